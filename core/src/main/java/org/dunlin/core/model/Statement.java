package org.dunlin.core.model;

import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a bank says of one account over one period; balances may be negative (overdraft). */
public record Statement(
    String id,
    AccountId account,
    CurrencyUnit currency,
    LocalDate from,
    LocalDate to,
    @Nullable Money openingBalance,
    @Nullable Money closingBalance,
    int entries,
    @Nullable Source source)
    implements CanonicalRecord {}
