package org.dunlin.sandbox.world;

import java.util.List;

/** Which of the invented customers pays in which way: of fifty always the same number. */
final class Habits {
  private static final List<Habit> OF_FIFTY =
      List.of(
          Habit.PROMPT,
          Habit.SLOW,
          Habit.AFTER_REMINDER,
          Habit.PROMPT,
          Habit.JOINS,
          Habit.PROMPT,
          Habit.TAKES_DISCOUNT,
          Habit.PROMPT,
          Habit.SLOW,
          Habit.DIRECT_DEBIT,
          Habit.PROMPT,
          Habit.AFTER_REMINDER,
          Habit.PROMPT,
          Habit.IN_INSTALMENTS,
          Habit.PROMPT,
          Habit.MISTYPES,
          Habit.SLOW,
          Habit.PROMPT,
          Habit.PART_PAYER,
          Habit.GONE,
          Habit.AFTER_REMINDER,
          Habit.CONTESTS,
          Habit.FORGETS_REFERENCE,
          Habit.SLOW,
          Habit.DEDUCTS_TOO_LATE,
          Habit.PROMPT,
          Habit.JOINS,
          Habit.AFTER_REMINDER,
          Habit.PROMPT,
          Habit.NEVER,
          Habit.PROMPT,
          Habit.SLOW,
          Habit.DIRECT_DEBIT,
          Habit.PROMPT,
          Habit.DOUBLE_PAYER,
          Habit.AFTER_REMINDER,
          Habit.PROMPT,
          Habit.PROMPT,
          Habit.PROMPT,
          Habit.SLOW,
          Habit.BY_THIRD_PARTY,
          Habit.PROMPT,
          Habit.AFTER_REMINDER,
          Habit.PROMPT,
          Habit.JOINS,
          Habit.PROMPT,
          Habit.SLOW,
          Habit.OVERPAYS,
          Habit.PROMPT,
          Habit.AFTER_REMINDER);

  private Habits() {}

  /** A company of the Netherlands collects only at home. */
  static Habit of(int index, String country) {
    Habit habit = OF_FIFTY.get(index % OF_FIFTY.size());
    return habit == Habit.DIRECT_DEBIT && !country.equals("NL") ? Habit.PROMPT : habit;
  }
}
