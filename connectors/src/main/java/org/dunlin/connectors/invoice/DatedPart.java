package org.dunlin.connectors.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Terms of payment that name a day.
 *
 * @param due the day
 * @param amount what is due then, with whatever sign the document gives it
 * @param percent of what is payable that is due then
 */
public record DatedPart(LocalDate due, @Nullable Money amount, @Nullable BigDecimal percent) {}
