package org.dunlin.work.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.dunlin.core.dunning.PaymentBehaviour;
import org.dunlin.core.figure.Expected;
import org.dunlin.core.figure.Expected.Debtor;
import org.dunlin.core.figure.Expected.Part;
import org.dunlin.core.figure.Expected.Said;
import org.dunlin.store.Stores;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Says what is expected to come in, week by week. Those who owe most are looked at one by one, all
 * others together, by due date, as late as those pay in the mean; so that it takes no longer the
 * more invoices there are.
 */
public final class ExpectCash {
  /** So many are looked at one by one. */
  public static final int ONE_BY_ONE = 100;

  private static final LocalDate NEVER = LocalDate.MAX;

  private final Stores stores;
  private final int oneByOne;

  /** Over these stores. */
  public ExpectCash(Stores stores) {
    this(stores, ONE_BY_ONE);
  }

  ExpectCash(Stores stores, int oneByOne) {
    this.stores = stores;
    this.oneByOne = oneByOne;
  }

  /** What is expected in a currency; all of it adds up to what is open of invoices. */
  public Forecast of(String companyId, CurrencyUnit currency, LocalDate today) {
    return stores.transactions().at(() -> read(companyId, currency, today));
  }

  private Forecast read(String companyId, CurrencyUnit currency, LocalDate today) {
    Map<UUID, String> largest = stores.figures().debtors().largest(companyId, currency, oneByOne);
    Map<UUID, List<Part>> parts =
        stores.figures().debtors().of(companyId, currency, largest.keySet());
    Map<UUID, List<Said>> said =
        new HashMap<>(stores.figures().debtors().said(companyId, currency, today));
    Habits habits = habits(companyId, currency, largest.keySet(), today);
    List<Expected> all = new ArrayList<>();
    largest.forEach(
        (id, name) ->
            all.addAll(
                Expected.of(
                    new Debtor(id.toString(), name, habits.daysLate().get(id)),
                    parts.getOrDefault(id, List.of()),
                    orNone(said.remove(id)),
                    habits.mean(),
                    today)));
    List<Part> others =
        others(stores.figures().debtors().ofAll(companyId, currency), parts.values());
    List<Said> saidByOthers = said.values().stream().flatMap(List::stream).toList();
    all.addAll(
        Expected.of(
            new Debtor(null, "", habits.mean()), others, saidByOthers, habits.mean(), today));
    return new Forecast(
        currency, today, all, largest.size(), habits.daysLate().size(), habits.mean());
  }

  private static List<Said> orNone(@Nullable List<Said> said) {
    return said == null ? List.of() : said;
  }

  /**
   * How late customers pay.
   *
   * @param daysLate of each who paid something in the last twelve months
   * @param mean of all of them, weighted by amount; 0 where nobody paid
   */
  private record Habits(Map<UUID, Integer> daysLate, int mean) {}

  private Habits habits(
      String companyId, CurrencyUnit currency, Set<UUID> customers, LocalDate today) {
    Map<UUID, Integer> daysLate = new HashMap<>();
    BigDecimal paid = BigDecimal.ZERO;
    BigDecimal times = BigDecimal.ZERO;
    Map<UUID, PaymentBehaviour> known =
        customers.isEmpty() ? Map.of() : stores.risks().behaviour(companyId, today, customers);
    for (Map.Entry<UUID, PaymentBehaviour> each : known.entrySet()) {
      for (PaymentBehaviour.InCurrency in : each.getValue().currencies()) {
        if (in.paid().getCurrencyUnit().equals(currency) && in.paid().isPositive()) {
          daysLate.put(each.getKey(), days(in.timesDaysLate(), in.paid().getAmount()));
          paid = paid.add(in.paid().getAmount());
          times = times.add(in.timesDaysLate());
        }
      }
    }
    return new Habits(daysLate, paid.signum() == 0 ? 0 : days(times, paid));
  }

  private static int days(BigDecimal times, BigDecimal paid) {
    return times.divide(paid, 0, RoundingMode.HALF_UP).intValue();
  }

  /** What is open of all but these. */
  private static List<Part> others(List<Part> all, Iterable<List<Part>> told) {
    TreeMap<LocalDate, Money> open = new TreeMap<>();
    all.forEach(part -> open.merge(key(part), part.open(), Money::plus));
    told.forEach(
        parts -> parts.forEach(part -> open.merge(key(part), part.open().negated(), Money::plus)));
    List<Part> others = new ArrayList<>();
    open.forEach(
        (due, sum) -> {
          if (!sum.isZero()) {
            others.add(new Part(due.equals(NEVER) ? null : due, sum));
          }
        });
    return others;
  }

  private static LocalDate key(Part part) {
    LocalDate due = part.due();
    return due == null ? NEVER : due;
  }
}
