package org.dunlin.core.agreement;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * A dispute that was not rejected, and what became of its invoice since.
 *
 * @param credited whether its credit was seen already
 * @param amount what was contested
 * @param lowered how much less is open since, but for payments; below zero where more is
 * @param creditNotes what credit notes took of the invoice since
 */
public record Contested(boolean credited, Money amount, Money lowered, Money creditNotes) {
  /**
   * What is still contested of each, which are all of one invoice, in the order in which they were
   * said. Each credit is handed out once, to the oldest first. What is open no more for another
   * reason than a credit note is a credit only where it is exactly what is contested: it may be a
   * payment of the rest that no statement shows.
   */
  public static List<Money> still(List<Contested> oldestFirst) {
    List<Money> still = new ArrayList<>(oldestFirst.size());
    if (oldestFirst.isEmpty()) {
      return still;
    }
    Money notes = oldestFirst.getFirst().noted();
    Money others = oldestFirst.getFirst().other();
    for (int index = 0; index < oldestFirst.size(); index++) {
      Contested each = oldestFirst.get(index);
      notes = least(notes, each.noted());
      others = least(others, each.other());
      Money byNotes = least(notes, each.amount);
      Money rest = each.amount.minus(byNotes);
      boolean exactly = others.equals(rest) || others.equals(rest.plus(after(oldestFirst, index)));
      Money byOthers =
          each.credited || exactly ? least(others, rest) : Money.zero(rest.getCurrencyUnit());
      notes = notes.minus(byNotes);
      others = others.minus(byOthers);
      still.add(each.credited ? Money.zero(rest.getCurrencyUnit()) : rest.minus(byOthers));
    }
    return List.copyOf(still);
  }

  private Money noted() {
    return least(creditNotes, positive(lowered));
  }

  private Money other() {
    return positive(lowered).minus(noted());
  }

  private static Money after(List<Contested> all, int index) {
    return all.subList(index + 1, all.size()).stream()
        .filter(each -> !each.credited)
        .map(Contested::amount)
        .reduce(Money.zero(all.get(index).amount.getCurrencyUnit()), Money::plus);
  }

  private static Money positive(Money amount) {
    return amount.isNegative() ? Money.zero(amount.getCurrencyUnit()) : amount;
  }

  private static Money least(Money one, Money other) {
    return one.isLessThan(other) ? one : other;
  }
}
