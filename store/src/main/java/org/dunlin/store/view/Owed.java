package org.dunlin.store.view;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one customer owes in one currency.
 *
 * @param open what is open of invoices
 * @param overdue what of it is overdue
 * @param credit what is open of credit notes; not taken off {@code open}
 * @param invoices how many invoices are open
 * @param oldestDue when what is open was or is due first; absent where no day is known
 */
public record Owed(
    Money open, Money overdue, Money credit, int invoices, @Nullable LocalDate oldestDue) {}
