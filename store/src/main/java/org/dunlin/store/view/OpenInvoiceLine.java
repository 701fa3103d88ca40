package org.dunlin.store.view;

import java.time.LocalDate;
import org.dunlin.core.model.DueDateFrom;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An open invoice as the console lists it.
 *
 * @param dueDate by its own terms, else the customer's, the company's or the law's
 * @param dueDateFrom whose terms gave the due date, where the invoice says none
 * @param open what the source says is outstanding less the hub's own allocations
 * @param lastReminder the business date of the last reminder that went out
 */
public record OpenInvoiceLine(
    String number,
    String customer,
    LocalDate dueDate,
    @Nullable DueDateFrom dueDateFrom,
    Money total,
    Money open,
    @Nullable LocalDate lastReminder) {}
