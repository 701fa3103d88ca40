package org.dunlin.sandbox.program.mollie;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/**
 * What was paid out at once.
 *
 * @param reference that the bank's statement shows
 * @param transactions of the balance that it pays out
 */
public record MollieSettlement(
    String id, String reference, Instant settledAt, Money amount, List<String> transactions) {}
