package org.dunlin.connectors.program.total;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one customer owes, as the program says it; a customer may have several rows.
 *
 * @param key of the row: one that comes twice, as its page shifted, counts once
 * @param customer the program's id of it; empty where the program names none
 * @param outstanding below zero where the customer is owed
 */
public record TotalsRow(String key, String customer, @Nullable String name, Money outstanding) {}
