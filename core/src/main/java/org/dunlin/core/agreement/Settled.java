package org.dunlin.core.agreement;

import java.time.LocalDate;
import org.joda.money.Money;

/**
 * An amount of a payment that went to one of the invoices.
 *
 * @param on the day on which the payment was booked
 */
public record Settled(LocalDate on, Money amount) {}
