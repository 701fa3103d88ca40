package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or credit note of the company.
 *
 * @param payTo the company's account that the document names
 * @param reference a creditor reference of ISO 11649, where the customer gets one
 * @param credits the invoice that this credit note takes back; null for an invoice
 */
record Document(
    String number,
    Debtor debtor,
    LocalDate issued,
    LocalDate due,
    List<Line> lines,
    Party payTo,
    @Nullable String reference,
    @Nullable String credits) {
  boolean isCreditNote() {
    return credits != null;
  }

  Totals totals() {
    return Totals.of(lines);
  }

  /** A credit note tells of no goods, so that there is no paper to it. */
  boolean hasPaper() {
    return !isCreditNote() && debtor.customer().email() != null;
  }

  Money discount() {
    return Totals.of(Discount.lines(this)).gross();
  }

  Money total() {
    return totals().gross();
  }

  String fileName() {
    return (isCreditNote() ? "creditnota-" : "factuur-") + number + ".xml";
  }
}
