package org.dunlin.connectors.outgoing;

import java.time.LocalDate;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.jspecify.annotations.Nullable;

/**
 * How an invoice stands.
 *
 * @param id of what is told, the same when it is told again
 * @param invoice with what is open by the hub's count as its outstanding amount
 * @param reminded the reminder that went, where one did
 * @param on the business date
 */
public record StandingLine(
    String id, Invoice invoice, Customer customer, @Nullable Action reminded, LocalDate on) {}
