package org.dunlin.work.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.core.figure.Figures;
import org.dunlin.core.figure.Owed;
import org.dunlin.core.figure.Sales;
import org.dunlin.store.Stores;
import org.dunlin.store.view.Standing;
import org.joda.money.CurrencyUnit;

/** Reads how quickly a company is paid. */
public final class ReadFigures {
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
    return standings.stream()
        .map(
            standing ->
                figured(
                    standing,
                    sales.getOrDefault(
                        standing.currency(), new Sales(standing.currency(), new TreeMap<>())),
                    today))
        .toList();
  }

  private static Figured figured(Standing standing, Sales sales, LocalDate today) {
    Owed owed = Owed.lessCredit(standing.total(), standing.notDue(), standing.credit());
    return new Figured(
        standing,
        Figures.countBack(owed.open(), sales, today),
        Figures.average(owed, sales, today),
        Figures.bestPossible(owed, sales, today));
  }
}
