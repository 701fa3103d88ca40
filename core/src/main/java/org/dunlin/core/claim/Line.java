package org.dunlin.core.claim;

import java.time.LocalDate;
import org.dunlin.core.model.Claim;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A claim and how it came about.
 *
 * @param base what interest or costs were reckoned of; null where the law names a sum
 * @param days how many days of interest; 0 for everything else
 * @param owedFrom the first day on which it is owed
 */
public record Line(
    Claim claim, @Nullable Money base, int days, RateStatus status, LocalDate owedFrom) {}
