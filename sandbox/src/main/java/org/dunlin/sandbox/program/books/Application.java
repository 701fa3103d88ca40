package org.dunlin.sandbox.program.books;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;

/**
 * What of a credit note or deposit settles an invoice.
 *
 * @param from the credit note or deposit
 */
public record Application(Stamp stamp, UUID from, UUID invoice, Money amount, LocalDate on)
    implements Kept<Application> {
  @Override
  public Application stamped(Stamp next) {
    return new Application(next, from, invoice, amount, on);
  }
}
