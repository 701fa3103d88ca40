package org.dunlin.core.dunning;

import java.time.LocalDate;
import org.joda.money.Money;

/**
 * An amount that is open of an invoice up to a day and not from it on, since it was paid or
 * credited then.
 */
public record Settled(String invoiceId, LocalDate on, Money amount) {}
