package org.dunlin.work.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dunlin.core.figure.Figures;
import org.dunlin.core.figure.Owed;
import org.dunlin.core.figure.Sales;
import org.dunlin.core.figure.StandingDay;
import org.dunlin.store.Stores;
import org.dunlin.store.view.Standing;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads how quickly a company is paid. */
public final class ReadFigures {
  /** Where the first day of a period was not counted, one of so many days before says it, too. */
  private static final int DAYS_BEFORE = 5;

  private final Stores stores;

  /** Over these stores. */
  public ReadFigures(Stores stores) {
    this.stores = stores;
  }

  /** The figures of each currency in which something is open. */
  public List<Figured> of(String companyId, LocalDate today) {
    return of(companyId, stores.views().receivables().standing(companyId, today), today);
  }

  /** The figures of a company that stands like this. */
  public List<Figured> of(String companyId, List<Standing> standings, LocalDate today) {
    Map<CurrencyUnit, Sales> sales = stores.figures().sales().of(companyId, today);
    LocalDate countedSince = stores.figures().days().first(companyId).orElse(today);
    Optional<Map<CurrencyUnit, Money>> begin = begin(companyId, today);
    return standings.stream()
        .map(
            standing -> {
              CurrencyUnit currency = standing.currency();
              return figured(
                  standing,
                  sales.getOrDefault(currency, new Sales(currency, new TreeMap<>())),
                  begin.map(owed -> owed.getOrDefault(currency, Money.zero(currency))).orElse(null),
                  countedSince,
                  today);
            })
        .toList();
  }

  /** What was owed in each currency as the period began; empty where nobody counted then. */
  private Optional<Map<CurrencyUnit, Money>> begin(String companyId, LocalDate today) {
    LocalDate begin = Figures.begin(today);
    return stores
        .figures()
        .days()
        .lastUntil(companyId, begin, begin.minusDays(DAYS_BEFORE))
        .map(
            day ->
                stores.figures().days().between(companyId, day, day).stream()
                    .collect(
                        Collectors.toMap(
                            each -> each.credit().getCurrencyUnit(), StandingDay::owed)));
  }

  private static Figured figured(
      Standing standing,
      Sales sales,
      @Nullable Money begin,
      LocalDate countedSince,
      LocalDate today) {
    Owed owed = Owed.lessCredit(standing.total(), standing.notDue(), standing.credit());
    return new Figured(
        standing,
        Figures.countBack(owed.open(), sales, today),
        Figures.average(owed, sales, today),
        Figures.bestPossible(owed, sales, today),
        Figures.effectiveness(begin, owed, sales, countedSince, today));
  }
}
