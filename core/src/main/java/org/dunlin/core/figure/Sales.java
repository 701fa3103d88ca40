package org.dunlin.core.figure;

import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What was sold in one currency: invoices less credit notes by the month of their issue, with VAT
 * as booked, without what is void.
 *
 * @param byMonth the net of each month; a month in which nothing was sold may be absent
 */
public record Sales(CurrencyUnit currency, NavigableMap<YearMonth, Money> byMonth) {
  /** Keeps a copy. */
  public Sales {
    byMonth = Collections.unmodifiableNavigableMap(new TreeMap<>(byMonth));
  }

  /** The net of one month. */
  public Money of(YearMonth month) {
    return byMonth.getOrDefault(month, Money.zero(currency));
  }

  /** The net of the months from the one until the other, both among them. */
  public Money between(YearMonth from, YearMonth until) {
    return from.isAfter(until)
        ? Money.zero(currency)
        : Money.total(currency, byMonth.subMap(from, true, until, true).values());
  }
}
