package org.dunlin.core.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dunlin.core.model.Problem;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What may be claimed beside the principal of debts that are late. */
public final class Claims {
  private Claims() {}

  /**
   * What may be claimed of one debt.
   *
   * @param on the last day that counts
   */
  public static Reckoning of(Debt debt, LocalDate on, Rates rates) {
    return together(List.of(debt), on, rates);
  }

  /**
   * What may be claimed of debts of one debtor that are demanded together: where the law says so,
   * their principals are added before costs are reckoned. The attribution is of a single debt only.
   */
  public static Reckoning together(List<Debt> debts, LocalDate on, Rates rates) {
    List<Line> lines = new ArrayList<>();
    List<Line> sums = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Set<String> remarks = new LinkedHashSet<>();
    Map<DemandKey, List<SumOwed>> demands = new LinkedHashMap<>();
    Attribution attribution = null;
    for (Debt debt : debts) {
      DebtClaims one = new DebtClaims(debt, on, rates);
      one.reckon();
      lines.addAll(one.interest());
      notes.addAll(one.notes());
      problems.addAll(one.problems());
      remarks.addAll(one.remarks());
      for (SumOwed owed : one.sums()) {
        demands.computeIfAbsent(key(owed, debt), key -> new ArrayList<>()).add(owed);
      }
      sums.addAll(one.fees());
    }
    List<Line> statutory = new ArrayList<>();
    List<Line> coming = new ArrayList<>();
    demands.values().forEach(each -> SumOwed.together(each, statutory, coming, notes));
    sums.addAll(0, statutory);
    if (debts.size() == 1) {
      attribution = DebtClaims.attribution(debts.getFirst(), on, rates, sums);
    }
    lines.addAll(sums);
    return new Reckoning(
        lines,
        coming,
        notes.stream().distinct().toList(),
        problems.stream().distinct().toList(),
        List.copyOf(remarks),
        attribution);
  }

  /** The countries whose law is carried, and {@code EU} for the directive itself. */
  public static Set<String> countries() {
    return Laws.countries();
  }

  /** The percent of VAT that a law adds to its costs where the creditor cannot recover it. */
  public static Optional<BigDecimal> vat(Debt debt) {
    return Laws.of(debt.country(), debt.debtor(), debt.lateFrom()).stream()
        .flatMap(law -> law.sums().stream())
        .map(Law.SumRule::vat)
        .filter(Objects::nonNull)
        .findFirst();
  }

  /**
   * Under which name translations have a remark: the law's entry and the remark's place in it, such
   * as {@code nl-consumer.0}; empty for what is no remark of a carried law.
   */
  public static Optional<String> remarkName(String remark) {
    for (Law law : Laws.all()) {
      int place = law.remarks().indexOf(remark);
      if (place >= 0) {
        return Optional.of(law.id() + "." + place);
      }
    }
    return Optional.empty();
  }

  /** The remarks of all carried laws, by {@link #remarkName}. */
  public static Map<String, String> remarks() {
    Map<String, String> remarks = new TreeMap<>();
    Laws.all().stream()
        .flatMap(law -> law.remarks().stream())
        .forEach(remark -> remarks.put(remarkName(remark).orElseThrow(), remark));
    return remarks;
  }

  private static DemandKey key(SumOwed owed, Debt debt) {
    return new DemandKey(
        owed.rule().law() + owed.rule().kind(),
        debt.principal().getCurrencyUnit(),
        owed.owedFrom(),
        owed.rule().perDemand() ? null : debt);
  }

  private record DemandKey(
      String law, CurrencyUnit currency, LocalDate owedFrom, @Nullable Debt alone) {}
}
