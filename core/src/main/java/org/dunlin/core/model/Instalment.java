package org.dunlin.core.model;

import java.time.LocalDate;
import org.joda.money.Money;

/** One part of an invoice with its own due date and amount. */
public record Instalment(LocalDate dueDate, Money amount) {}
