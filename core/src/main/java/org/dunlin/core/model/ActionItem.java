package org.dunlin.core.model;

import java.time.LocalDate;
import org.joda.money.Money;

/** One instalment in a dunning action; the amount is what is open of it. */
public record ActionItem(String invoiceId, LocalDate dueDate, String step, Money amount) {}
