package org.dunlin.work.figure;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.dunlin.core.figure.GoalMet;
import org.dunlin.store.Stores;
import org.dunlin.store.figure.Goals;
import org.dunlin.store.view.Standing;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How far a company meets its goal on a day.
 *
 * @param said the goal; absent where it has none
 * @param beyond what is overdue, or was issued, longer ago than a goal of days allows, by currency
 */
public record GoalsMet(Goals.@Nullable Said said, Map<CurrencyUnit, Money> beyond) {
  /** Keeps a copy. */
  public GoalsMet {
    beyond = Map.copyOf(beyond);
  }

  /** Of a company, from the figures that are kept. */
  public static GoalsMet of(Stores stores, String companyId, LocalDate today) {
    Goals.Said said = stores.figures().goals().of(companyId).orElse(null);
    return new GoalsMet(
        said,
        said == null || !said.goal().kind().ofDays()
            ? Map.of()
            : stores.figures().goals().beyond(companyId, said.goal(), today));
  }

  /** How far it is met where the company stands like this; empty without a goal. */
  public Optional<GoalMet> of(Standing standing) {
    Goals.Said in = said;
    if (in == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (in.goal().kind()) {
          case DAYS_OVERDUE, DAYS_SINCE_ISSUE ->
              new GoalMet(
                  standing.total(),
                  beyond.getOrDefault(standing.currency(), Money.zero(standing.currency())));
          case OVERDUE_SHARE ->
              GoalMet.ofShare(standing.total(), standing.overdue(), in.goal().most());
        });
  }
}
