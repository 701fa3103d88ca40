package org.dunlin.sandbox.program.books;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Money of a customer that is not yet used for an invoice. */
public record Deposit(
    Stamp stamp,
    Kind kind,
    UUID contact,
    LocalDate on,
    Money amount,
    @Nullable String reference,
    boolean voided)
    implements Kept<Deposit> {
  /** Whether it came with a payment that was too high, or before any invoice. */
  public enum Kind {
    OVERPAYMENT,
    PREPAYMENT
  }

  @Override
  public Deposit stamped(Stamp next) {
    return new Deposit(next, kind, contact, on, amount, reference, voided);
  }

  Deposit toVoid() {
    return new Deposit(stamp, kind, contact, on, amount, reference, true);
  }
}
