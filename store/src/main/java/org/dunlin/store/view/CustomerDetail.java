package org.dunlin.store.view;

import java.util.List;
import org.dunlin.core.model.Customer;

/**
 * All about a customer but its lists, which are those of {@link InvoiceList}, {@link PaymentList}
 * and {@link Timeline}.
 *
 * @param standing what the customer owes, a currency at a time
 * @param reminders the latest first
 * @param erased whether what identified the customer is gone
 */
public record CustomerDetail(
    Customer customer, List<Standing> standing, List<ReminderLine> reminders, boolean erased) {}
