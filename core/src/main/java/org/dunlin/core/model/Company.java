package org.dunlin.core.model;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The creditor: whose books are connected, who is owed. All data belongs to one company.
 *
 * @param tolerance amounts below which a difference is not worth a question, by currency
 * @param autoThreshold the confidence from which matching applies an allocation itself, 0 to 1
 * @param paymentTermDays days after issue on which an invoice without a due date is due
 */
public record Company(
    String id,
    String name,
    String country,
    ZoneId timeZone,
    @Nullable String language,
    CurrencyUnit currency,
    List<AccountId> accounts,
    @Nullable String creditorIdentifier,
    @Nullable Boolean vatRecoverable,
    @Nullable Integer paymentTermDays,
    Map<CurrencyUnit, Money> tolerance,
    @Nullable BigDecimal autoThreshold,
    @Nullable DunningMode dunning)
    implements CanonicalRecord {
  public Company {
    accounts = List.copyOf(accounts);
    tolerance = Map.copyOf(tolerance);
  }
}
