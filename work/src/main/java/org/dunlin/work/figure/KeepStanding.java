package org.dunlin.work.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.dunlin.core.figure.Figure;
import org.dunlin.core.figure.StandingDay;
import org.dunlin.store.Stores;
import org.dunlin.store.view.Ageing;
import org.dunlin.store.view.Standing;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Notes once a business date how a company stands, from the figures that are kept. */
public final class KeepStanding {
  private final Stores stores;

  /** Over these stores. */
  public KeepStanding(Stores stores) {
    this.stores = stores;
  }

  /** Notes the day, unless it is noted already. */
  public void keep(String companyId, LocalDate today) {
    if (stores.figures().days().counted(companyId, today)) {
      return;
    }
    GoalsMet goals = GoalsMet.of(stores, companyId, today);
    TreeMap<CurrencyUnit, Figured> figured = new TreeMap<>();
    CurrencyUnit own = stores.companies().profile(companyId).company().currency();
    List<Standing> standings = stores.views().receivables().standing(companyId, today);
    new ReadFigures(stores)
        .of(companyId, standings, today)
        .forEach(each -> figured.put(each.standing().currency(), each));
    figured.forEach(
        (currency, each) -> stores.figures().days().add(companyId, day(each, goals, today)));
    if (!figured.containsKey(own)) {
      stores.figures().days().add(companyId, nothing(own, today));
    }
  }

  private static StandingDay day(Figured figured, GoalsMet goals, LocalDate today) {
    Standing standing = figured.standing();
    return new StandingDay(
        today,
        standing.notDue(),
        standing.in(Ageing.UP_TO_30),
        standing.in(Ageing.UP_TO_60),
        standing.in(Ageing.UP_TO_90),
        standing.in(Ageing.OVER_90),
        standing.credit(),
        standing.invoices(),
        standing.customers(),
        known(figured.countBack()),
        known(figured.average()),
        known(figured.bestPossible()),
        known(figured.effectiveness()),
        goals.of(standing).map(met -> met.beyond()).orElse(null));
  }

  private static StandingDay nothing(CurrencyUnit currency, LocalDate today) {
    Money zero = Money.zero(currency);
    return new StandingDay(
        today, zero, zero, zero, zero, zero, zero, 0, 0, null, null, null, null, null);
  }

  private static @Nullable BigDecimal known(Figure figure) {
    return figure instanceof Figure.Known known ? known.value() : null;
  }
}
