package org.dunlin.connectors.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A discount for paying until a day that the document offers in fields of its own.
 *
 * @param base the amount that it is on; absent for the whole
 */
public record Discount(BigDecimal percent, LocalDate until, @Nullable BigDecimal base) {}
