package org.dunlin.core.message;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.Customer;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reminders to write, from Acme B.V. to a bakery on 7 December 2026. */
final class Letters {
  private Letters() {}

  static Reminder one(String template) {
    return reminder(
        template,
        "Bakkerij Jansen B.V.",
        List.of(line("2026-0042", "2026-12-01", "EUR 1210.00", "RF18539007547034")));
  }

  static Reminder many(String template) {
    return reminder(
        template,
        "Bakkerij Jansen B.V.",
        List.of(
            line("2026-0043", "2026-12-02", "USD 12500.50", null),
            line("2026-0042", "2026-12-01", "EUR 1210.00", "RF18539007547034"),
            line("2026-0044", "2026-12-03", "EUR 0.95", null)));
  }

  static Reminder reminder(String template, String customer, List<ReminderLine> lines) {
    return new Reminder(
        "Acme B.V.",
        "billing@acme.example",
        customer(customer),
        template,
        lines,
        "NL44RABO0123456789",
        LocalDate.parse("2026-12-07"));
  }

  static ReminderLine line(String number, String due, String open, @Nullable String reference) {
    LocalDate dueDate = LocalDate.parse(due);
    Money amount = Money.parse(open);
    return new ReminderLine(number, dueDate.minusDays(30), dueDate, amount, amount, reference);
  }

  static Customer customer(String name) {
    return new Customer(
        "c-1",
        null,
        name,
        "ap@example.nl",
        null,
        null,
        null,
        null,
        null,
        List.of(),
        false,
        List.of(),
        null,
        null,
        null);
  }
}
