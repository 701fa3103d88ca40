package org.dunlin.sandbox.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dunlin.sandbox.world.Intent.Share;
import org.jspecify.annotations.Nullable;

/** What customers intend, by habit. */
final class Plans {
  /** A Monday; the Fridays on which some customers pay are counted from here. */
  private static final LocalDate WEEKS_FROM = LocalDate.of(2024, 1, 1);

  private final long seed;

  Plans(long seed) {
    this.seed = seed;
  }

  /** What a customer plans when an invoice comes; null where it waits, or is collected from. */
  @Nullable Intent first(Document invoice) {
    Chance chance = Chance.of(seed, "plan for " + invoice.number());
    LocalDate due = invoice.due();
    return switch (invoice.debtor().habit()) {
      case PROMPT, MISTYPES, BY_THIRD_PARTY, FORGETS_REFERENCE ->
          pay(due.minusDays(chance.between(0, 7)), Share.ALL, invoice);
      case OVERPAYS -> pay(due.minusDays(chance.between(0, 4)), Share.TOO_MUCH, invoice);
      case DOUBLE_PAYER -> pay(due.minusDays(chance.between(2, 7)), Share.ALL, invoice);
      case SLOW -> pay(due.plusDays(chance.between(4, 18)), Share.ALL, invoice);
      case PART_PAYER -> pay(due.plusDays(chance.between(-2, 3)), Share.HALF, invoice);
      case JOINS -> pay(payday(due.minusDays(9)), Share.ALL, invoice);
      case TAKES_DISCOUNT ->
          pay(
              BankingDays.onOrBefore(Discount.until(invoice).minusDays(chance.between(0, 4))),
              Share.LESS_DISCOUNT,
              invoice);
      case DEDUCTS_TOO_LATE ->
          pay(due.minusDays(chance.between(0, 3)), Share.LESS_DISCOUNT, invoice);
      case IN_INSTALMENTS -> instalment(invoice, 0, chance);
      case CONTESTS -> pay(due.minusDays(chance.between(0, 4)), Share.LESS_CONTESTED, invoice);
      case AFTER_REMINDER, DIRECT_DEBIT, NEVER, GONE -> null;
    };
  }

  /** An invoice that is paid so soon that its file comes after the money. */
  Intent hurried(Document invoice) {
    return new Intent(BankingDays.after(invoice.issued(), 2), Share.ALL, Wording.WITH_WORDS);
  }

  /** What comes after a payment that was just made. */
  @Nullable Intent afterPayment(Debt debt, Intent made) {
    Document invoice = debt.invoice();
    Chance chance = Chance.of(seed, "after payment of " + invoice.number());
    boolean all = made.share() == Share.ALL;
    return switch (invoice.debtor().habit()) {
      case DOUBLE_PAYER ->
          all && chance.between(1, 3) > 1
              ? new Intent(
                  BankingDays.after(made.on(), chance.between(2, 5)), Share.AGAIN, made.wording())
              : null;
      case PART_PAYER ->
          made.share() == Share.HALF && chance.between(1, 3) > 1
              ? pay(made.on().plusDays(chance.between(8, 16)), Share.ALL, invoice)
              : null;
      case IN_INSTALMENTS -> {
        boolean forgotten = debt.payments() == Instalments.PARTS - 1 && chance.oneIn(3);
        yield made.share() == Share.INSTALMENT && !forgotten
            ? instalment(invoice, debt.payments(), chance)
            : null;
      }
      case PROMPT,
          SLOW,
          AFTER_REMINDER,
          JOINS,
          FORGETS_REFERENCE,
          MISTYPES,
          OVERPAYS,
          BY_THIRD_PARTY,
          DIRECT_DEBIT,
          TAKES_DISCOUNT,
          DEDUCTS_TOO_LATE,
          CONTESTS,
          NEVER,
          GONE ->
          null;
    };
  }

  /** What a reminder for an overdue invoice changes: the plan as it is then. */
  @Nullable Intent afterReminder(Debt debt, LocalDate on) {
    Document invoice = debt.invoice();
    Chance chance = Chance.of(seed, "reminder " + debt.reminders() + " of " + invoice.number());
    Habit habit = invoice.debtor().habit();
    boolean unmoved = habit == Habit.NEVER || habit == Habit.GONE || habit == Habit.CONTESTS;
    boolean shrugs = unmoved || (debt.reminders() == 1 && chance.oneIn(4));
    if (shrugs) {
      return debt.next();
    }
    Intent soon = pay(on.plusDays(chance.between(1, 5)), Share.ALL, invoice);
    Intent planned = debt.next();
    return planned != null && !planned.on().isAfter(soon.on()) ? planned : soon;
  }

  private Intent instalment(Document invoice, int index, Chance chance) {
    LocalDate due = Instalments.of(invoice).get(index).due();
    Share share = index == Instalments.PARTS - 1 ? Share.ALL : Share.INSTALMENT;
    return pay(due.minusDays(chance.between(0, 3)), share, invoice);
  }

  private Intent pay(LocalDate on, Share share, Document invoice) {
    LocalDate earliest = invoice.issued().plusDays(1);
    LocalDate day = BankingDays.onOrAfter(on.isBefore(earliest) ? earliest : on);
    return new Intent(day, share, wording(invoice, share));
  }

  private Wording wording(Document invoice, Share share) {
    Chance chance = Chance.of(seed, share + " wording of " + invoice.number());
    Habit habit = invoice.debtor().habit();
    if (habit == Habit.FORGETS_REFERENCE) {
      return Wording.NOTHING;
    }
    if (habit == Habit.MISTYPES) {
      return Wording.MISTYPED;
    }
    if (share == Share.HALF || share == Share.INSTALMENT) {
      return Wording.PART;
    }
    if (share == Share.LESS_DISCOUNT) {
      return Wording.DISCOUNTED;
    }
    if (share == Share.LESS_CONTESTED) {
      return Wording.CONTESTED;
    }
    if (invoice.reference() != null) {
      return chance.from(List.of(Wording.REFERENCE, Wording.REFERENCE, Wording.REFERENCE_IN_TEXT));
    }
    return chance.from(
        List.of(
            Wording.WITH_WORDS,
            Wording.WITH_WORDS,
            Wording.NUMBER,
            Wording.SEPARATORS_CHANGED,
            Wording.DOCUMENTS));
  }

  /** The first Friday of an even week on or after a day. */
  private static LocalDate payday(LocalDate from) {
    LocalDate day = from;
    while (day.getDayOfWeek() != DayOfWeek.FRIDAY
        || ChronoUnit.WEEKS.between(WEEKS_FROM, day) % 2 != 0) {
      day = day.plusDays(1);
    }
    return day;
  }
}
