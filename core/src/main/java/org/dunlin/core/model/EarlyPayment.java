package org.dunlin.core.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A discount offered for paying until a date; percent of the total, as a decimal. */
public record EarlyPayment(BigDecimal percent, LocalDate until) {}
