package org.dunlin.console.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dunlin.console.words.Words;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Hold;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An action that a person has to approve.
 *
 * @param numbers of its invoices
 * @param message the message that would leave; absent where it is none
 */
public record WaitingApproval(
    Action action, Customer customer, List<String> numbers, @Nullable UUID message) {
  /** What it asks for, a currency at a time. */
  public List<Money> amounts() {
    return amounts(action);
  }

  /** Whether its day is over without an answer. */
  public boolean isLate(LocalDate today) {
    return action.on().isBefore(today);
  }

  /** What an action asks for, a currency at a time. */
  public static List<Money> amounts(Action action) {
    Map<CurrencyUnit, Money> sums = new TreeMap<>();
    action
        .items()
        .forEach(item -> sums.merge(item.amount().getCurrencyUnit(), item.amount(), Money::plus));
    return List.copyOf(sums.values());
  }

  /** What holds an action, each reason once, however many invoices it is about. */
  public static List<String> holds(Action action, Words words) {
    return action.holds().stream().map(hold -> told(hold, words)).distinct().toList();
  }

  private static String told(Hold hold, Words words) {
    LocalDate until = hold.until();
    return words.name(hold.reason()) + (until == null ? "" : ", " + words.date(until));
  }
}
