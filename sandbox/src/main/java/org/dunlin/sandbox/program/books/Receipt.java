package org.dunlin.sandbox.program.books;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the books have it: of an invoice, or back to the customer where it is of a credit
 * note.
 *
 * @param document null where it is not known what it pays
 */
public record Receipt(
    Stamp stamp,
    UUID contact,
    @Nullable UUID document,
    LocalDate on,
    Money amount,
    @Nullable String reference,
    boolean deleted)
    implements Kept<Receipt> {
  @Override
  public Receipt stamped(Stamp next) {
    return new Receipt(next, contact, document, on, amount, reference, deleted);
  }

  Receipt delete() {
    return new Receipt(stamp, contact, document, on, amount, reference, true);
  }
}
