package org.dunlin.console.page;

import java.time.LocalDate;
import org.dunlin.work.tell.FeeAccounts.Named;
import org.jspecify.annotations.Nullable;

/**
 * Where the fees of a provider are booked.
 *
 * @param named absent where no connection names an account for them
 * @param since the first day of which they are booked; absent before that has begun
 */
public record FeeLine(String provider, @Nullable Named named, @Nullable LocalDate since) {}
