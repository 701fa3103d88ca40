package org.dunlin.connectors.ofx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dunlin.connectors.bank.EntryNames;
import org.dunlin.connectors.bank.ExchangeRates;
import org.dunlin.connectors.xml.Element;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.BankReferences;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentDetails;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One STMTTRN (section 11.4.2.3.1). */
final class Transaction {
  /** Shorter than what tells all transactions of an account apart: some banks count from 1. */
  private static final int REFERENCE_CHARACTERS_MIN = 4;

  private final Element element;
  private final TransactionType type;
  private final LocalDate bookingDate;
  private final Money signed;

  Transaction(Element element, CurrencyUnit currency) {
    this.element = element;
    refuseCorrection();
    refuseOtherCurrency(currency);
    type = TransactionType.of(element.text("TRNTYPE"));
    element.requireText("DTPOSTED");
    bookingDate = Values.day(element.require("DTPOSTED"));
    element.requireText("TRNAMT");
    signed = Values.money(element.require("TRNAMT"), currency);
    if (type.contradicts(signed)) {
      throw element.refused(
          "SIGN_CONTRADICTS_TYPE",
          "the amount is "
              + signed.getAmount().toPlainString()
              + " and the type "
              + type.text()
              + ", so that nobody can say which way the money went; ask the bank for a correct"
              + " file");
    }
  }

  LocalDate bookingDate() {
    return bookingDate;
  }

  Payment payment(EntryNames names, AccountId own) {
    String name =
        element.text("NAME") != null ? element.text("NAME") : element.text("PAYEE", "NAME");
    String extended = element.text("EXTDNAME");
    boolean longer = extended != null && (name == null || extended.startsWith(name));
    String memo = element.text("MEMO");
    Element available = element.filled("DTAVAIL");
    return new Payment(
        names.byContent(own, bookingDate, null, signed, content()),
        type.kind(signed),
        signed.isNegative() ? Direction.OUT : Direction.IN,
        bookingDate,
        available == null ? null : Values.day(available),
        signed.abs(),
        oneLine(longer ? extended : name),
        other(),
        null,
        oneLine(memo != null ? memo : name),
        null,
        List.of(),
        null,
        type.text(),
        own,
        null,
        details(),
        null);
  }

  /**
   * What the name is made of, beside the day and the amount; never changes. Some banks use a FITID
   * again, on another day or for another amount; some give none, or number each file from 1.
   */
  private EntryNames.Content content() {
    String reference = element.text("FITID");
    EntryNames.Content content = new EntryNames.Content();
    if (reference != null && reference.length() >= REFERENCE_CHARACTERS_MIN) {
      return content.add(reference);
    }
    return content
        .add(null)
        .add(element.text("TRNTYPE"))
        .add(element.text("CHECKNUM"))
        .add(element.text("REFNUM"))
        .add(element.text("NAME"))
        .add(element.text("MEMO"));
  }

  private @Nullable AccountId other() {
    Element account = element.child("BANKACCTTO");
    return Accounts.of(account != null ? account : element.child("CCACCTTO"));
  }

  private PaymentDetails details() {
    String cheque = element.text("CHECKNUM");
    BankReferences references =
        new BankReferences(
            null,
            null,
            null,
            element.text("REFNUM"),
            null,
            null,
            cheque == null || cheque.matches("0+") ? null : cheque,
            null,
            element.text("FITID"));
    return new PaymentDetails(
        references, null, null, null, null, null, null, null, rate(), List.of(), null);
  }

  /** Of an amount that the bank has converted; it only informs. */
  private @Nullable BigDecimal rate() {
    Element rate = element.filled("ORIGCURRENCY", "CURRATE");
    return rate == null ? null : ExchangeRates.sensible(Values.readable(rate));
  }

  /**
   * An amount in another currency than the account's was not converted: what it moved is unknown.
   */
  private void refuseOtherCurrency(CurrencyUnit ofAccount) {
    String code = element.text("CURRENCY", "CURSYM");
    if (code != null && !code.toUpperCase(Locale.ROOT).equals(ofAccount.getCode())) {
      throw element.refused(
          "CURRENCY_MISMATCH",
          "the amount is in "
              + code
              + " but the account in "
              + ofAccount
              + ", and what it is there does not stand in the file; ask the bank for amounts in the"
              + " account's currency");
    }
  }

  /**
   * What takes the place of another transaction, or its amount away, cannot be told by its name.
   */
  private void refuseCorrection() {
    String corrected = element.text("CORRECTFITID");
    if (corrected != null) {
      throw element.refused(
          "CORRECTION",
          "the bank corrects transaction "
              + corrected
              + ", which may have been read before; ask the bank for all transactions of that day"
              + " as they are now, without corrections");
    }
  }

  private static @Nullable String oneLine(@Nullable String text) {
    return text == null ? null : text.replaceAll("\\s+", " ");
  }
}
