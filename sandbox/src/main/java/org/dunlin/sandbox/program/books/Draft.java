package org.dunlin.sandbox.program.books;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a document.
 *
 * @param due null of a credit note
 * @param reference what the customer wants to read on it
 * @param paymentReference what a payer is to write, such as a creditor reference
 * @param credits the invoice that a credit note takes back
 */
public record Draft(
    String number,
    UUID contact,
    LocalDate issued,
    @Nullable LocalDate due,
    CurrencyUnit currency,
    List<Item> items,
    @Nullable String reference,
    @Nullable String paymentReference,
    @Nullable UUID credits) {
  public Draft {
    items = List.copyOf(items);
  }

  public Draft withDue(LocalDate other) {
    return new Draft(
        number, contact, issued, other, currency, items, reference, paymentReference, credits);
  }

  public Draft withReference(@Nullable String other) {
    return new Draft(
        number, contact, issued, due, currency, items, other, paymentReference, credits);
  }
}
