package org.dunlin.sandbox.world;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dunlin.core.model.Customer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An invoice or credit note that the company made in a program. */
public final class MadeDocument {
  /**
   * A line.
   *
   * @param price of one, without tax
   */
  public record MadeLine(
      String description, BigDecimal quantity, Money price, BigDecimal taxPercent) {}

  private final Document document;

  MadeDocument(Document document) {
    this.document = document;
  }

  public String number() {
    return document.number();
  }

  public Customer customer() {
    return document.debtor().customer();
  }

  public LocalDate issued() {
    return document.issued();
  }

  public LocalDate due() {
    return document.due();
  }

  public CurrencyUnit currency() {
    return document.total().getCurrencyUnit();
  }

  public Money total() {
    return document.total();
  }

  public List<MadeLine> lines() {
    return document.lines().stream()
        .map(l -> new MadeLine(l.name(), l.quantity(), l.price(), l.percent()))
        .toList();
  }

  /** The creditor reference that it bears, where the customer gets one. */
  public Optional<String> reference() {
    return Optional.ofNullable(document.reference());
  }

  /** The number of the invoice that a credit note takes back; empty for an invoice. */
  public Optional<String> credits() {
    return Optional.ofNullable(document.credits());
  }

  /** The paper of an invoice, as PDF. */
  public Optional<byte[]> paper() {
    return document.hasPaper() ? Optional.of(InvoicePdf.of(document)) : Optional.empty();
  }
}
