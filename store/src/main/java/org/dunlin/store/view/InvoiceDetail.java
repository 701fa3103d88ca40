package org.dunlin.store.view;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.ledger.Adjustments;
import org.dunlin.store.ledger.KeptDocument;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All about one invoice or credit note but its timeline.
 *
 * @param claimed what the hub's own allocations take of it that its source has not yet shown
 * @param open what is left to pay, or to apply; zero once it is paid or void
 * @param customer the customer's name
 * @param instalments what is open of each, those due first before
 * @param allocations what is applied to it, or of it, and what is suggested; the newest first
 * @param adjustments what the hub settled of it without money, the youngest first
 * @param documents what it brought along
 * @param reminders in which it stands, the latest first
 * @param deliveries what brought it and its changes, with what was wrong; the newest first
 */
public record InvoiceDetail(
    Invoice invoice,
    Money claimed,
    Money open,
    String customer,
    List<OpenInstalment> instalments,
    List<AllocationLine> allocations,
    List<Adjustments.Stored> adjustments,
    List<KeptDocument> documents,
    List<ReminderLine> reminders,
    List<Deliveries.Line> deliveries) {

  /**
   * What is open of one instalment.
   *
   * @param dueDate absent where no day is known
   */
  public record OpenInstalment(@Nullable LocalDate dueDate, Money open) {}
}
