package org.dunlin.core.figure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * When what a debtor owes is expected to come in. What was said or is under way counts first, on
 * its day and for its amount, and is taken off what is due earliest; the rest is expected as many
 * days after its due date as the debtor pays late in the mean. Where that day is past, the debtor
 * is later than ever and no day can be said. The weeks are of seven days, the first begins today.
 *
 * @param week from 0; null where it is later than all of them, or no day can be said
 * @param ground why it is expected then
 */
public record Expected(Debtor debtor, Ground ground, @Nullable Integer week, Money amount) {
  /** How many weeks are told one by one. */
  public static final int WEEKS = 13;

  private static final int DAYS = 7;

  /** Why an amount is expected when it is, the surest first. */
  public enum Ground {
    /** It is being paid by a link, and not on an account yet. */
    PAYING,
    /** A direct debit is announced or with the bank. */
    DEBIT,
    /** It was promised, or agreed to in instalments. */
    AGREED,
    /** The debtor usually pays so many days late. */
    HABIT,
    /** The same, after the last week that is told. */
    LATER,
    /** It is contested; nobody knows when it comes. */
    CONTESTED,
    /** The debtor is later than usual already, or no due date is known. */
    UNKNOWN
  }

  /**
   * Who owes.
   *
   * @param id absent where it stands for all who owe less than those who are told one by one
   * @param name empty without an id
   * @param daysLate in the mean; absent where nothing was ever paid
   */
  public record Debtor(@Nullable String id, String name, @Nullable Integer daysLate) {}

  /**
   * What is open of one due date.
   *
   * @param due absent where no day is known
   */
  public record Part(@Nullable LocalDate due, Money open) {}

  /**
   * What was said of an amount.
   *
   * @param on the day on which it comes; absent where it is contested
   */
  public record Said(Ground ground, @Nullable LocalDate on, Money amount) {}

  /**
   * What is expected of a debtor; all of it adds up to what is open.
   *
   * @param usual how many days late a debtor is taken to pay who never paid anything
   */
  public static List<Expected> of(
      Debtor debtor, List<Part> parts, List<Said> said, int usual, LocalDate today) {
    Comparator<Part> earliest =
        Comparator.comparing(Part::due, Comparator.nullsLast(Comparator.naturalOrder()));
    List<Part> left = new ArrayList<>(parts.stream().sorted(earliest).toList());
    List<Expected> all = new ArrayList<>();
    said.stream()
        .sorted(Comparator.comparing(Said::ground))
        .forEach(
            each -> {
              Money taken = take(left, each.amount());
              if (taken.isPositive()) {
                all.add(placed(debtor, each.ground(), each.on(), taken, today));
              }
            });
    Integer own = debtor.daysLate();
    int late = own == null ? usual : own;
    for (Part part : left) {
      if (!part.open().isZero()) {
        LocalDate due = part.due();
        LocalDate day = due == null ? null : due.plusDays(late);
        all.add(
            day == null || day.isBefore(today)
                ? new Expected(debtor, Ground.UNKNOWN, null, part.open())
                : placed(debtor, Ground.HABIT, day, part.open(), today));
      }
    }
    return all;
  }

  private static Expected placed(
      Debtor debtor, Ground ground, @Nullable LocalDate day, Money amount, LocalDate today) {
    if (day == null) {
      return new Expected(debtor, ground, null, amount);
    }
    long week = Math.max(0, ChronoUnit.DAYS.between(today, day) / DAYS);
    return week < WEEKS
        ? new Expected(debtor, ground, (int) week, amount)
        : new Expected(debtor, Ground.LATER, null, amount);
  }

  /** Takes an amount off what is due earliest; how much of it was there. */
  private static Money take(List<Part> parts, Money amount) {
    Money wanted = amount;
    for (int at = 0; at < parts.size() && wanted.isPositive(); at++) {
      Part part = parts.get(at);
      if (part.open().isPositive()) {
        Money taken = part.open().isGreaterThan(wanted) ? wanted : part.open();
        parts.set(at, new Part(part.due(), part.open().minus(taken)));
        wanted = wanted.minus(taken);
      }
    }
    return amount.minus(wanted);
  }
}
