package org.dunlin.core.message;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dunlin.core.brand.Color;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Customer;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reminders to write, from Acme B.V. to a bakery on 7 December 2026. */
final class Letters {
  static final LocalDate TODAY = LocalDate.parse("2026-12-07");
  static final String IBAN = "NL44RABO0123456789";

  private Letters() {}

  /** One invoice, of which nothing was paid. */
  static Reminder one(String template) {
    return one(Language.EN, template);
  }

  static Reminder one(Language language, String template) {
    return reminder(
        language,
        template,
        customer("Bakkerij Jansen B.V.", false),
        List.of(line("2026-0042", due(template, 1), "EUR 1210.00", "RF18539007547034")),
        List.of());
  }

  /** Three payments in euro, one of them paid in part, and two that are not due yet. */
  static Reminder several(Language language, String template) {
    return reminder(
        language,
        template,
        customer("Bakkerij Jansen B.V.", false),
        List.of(
            line("2026-0044", due(template, 3), "EUR 0.95", null),
            paid("2026-0042", due(template, 1), "EUR 1210.00", "EUR 210.00", "RF18539007547034"),
            line("2026-0043", due(template, 2), "EUR 12500.50", null)),
        List.of(
            line("2026-0051", "2026-12-20", "EUR 450.00", null),
            line("2026-0050", "2026-12-14", "EUR 99.99", null)));
  }

  /** Payments in euro and in dollars, to a person. */
  static Reminder currencies(Language language, String template) {
    return reminder(
        language,
        template,
        customer("Jan Jansen", true),
        List.of(
            line("2026-0043", due(template, 2), "USD 12500.50", null),
            line("2026-0042", due(template, 1), "EUR 1210.00", "RF18539007547034")),
        List.of());
  }

  static Reminder reminder(String template, String customer, List<ReminderLine> lines) {
    return reminder(Language.EN, template, customer(customer, false), lines, List.of());
  }

  static Reminder reminder(
      Language language,
      String template,
      Customer customer,
      List<ReminderLine> asked,
      List<ReminderLine> later) {
    return new Reminder(
        sender(Optional.empty(), false),
        customer,
        language,
        template,
        asked,
        later,
        Enclosed.NOTHING,
        TODAY);
  }

  static Sender sender(Optional<Color> color, boolean logo) {
    return new Sender("Acme B.V.", "billing@acme.example", IBAN, color, logo);
  }

  static Reminder with(Reminder reminder, Sender sender) {
    return new Reminder(
        sender,
        reminder.customer(),
        reminder.language(),
        reminder.template(),
        reminder.asked(),
        reminder.later(),
        reminder.enclosed(),
        reminder.businessDate());
  }

  static Reminder with(Reminder reminder, Enclosed enclosed) {
    return new Reminder(
        reminder.sender(),
        reminder.customer(),
        reminder.language(),
        reminder.template(),
        reminder.asked(),
        reminder.later(),
        enclosed,
        reminder.businessDate());
  }

  static ReminderLine line(String number, String due, String open, @Nullable String reference) {
    return paid(number, due, open, open.substring(0, 3) + " 0", reference);
  }

  static ReminderLine paid(
      String number, String due, String total, String paid, @Nullable String reference) {
    LocalDate dueDate = LocalDate.parse(due);
    Money amount = Money.parse(total);
    return new ReminderLine(
        number, dueDate.minusDays(30), dueDate, amount, amount.minus(Money.parse(paid)), reference);
  }

  static Customer customer(String name, @Nullable Boolean consumer) {
    return new Customer(
        "c-1",
        "D1001",
        name,
        "ap@example.nl",
        null,
        new Address("Dam 1", "1012JS", "Amsterdam", "NL"),
        null,
        null,
        null,
        List.of(),
        consumer,
        List.of(),
        null,
        null,
        null);
  }

  /** A notice speaks of what is due after today. */
  private static String due(String template, int day) {
    return "2026-12-" + (template.equals(Reminders.NOTICE) ? "1" : "0") + day;
  }
}
