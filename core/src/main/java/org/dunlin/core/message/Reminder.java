package org.dunlin.core.message;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dunlin.core.model.Customer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one reminder.
 *
 * @param template the wording: one of {@link Reminders#templates()}
 * @param asked all that is asked for, at least one line, in any order and any currencies
 * @param later what is open besides and not due yet: told, and not asked for
 * @param businessDate the day of the message
 * @param claims what is said of claims beside what is asked for
 * @param payAt where the customer sees what is open and pays online; null: nowhere
 * @param own the company's own wording in place of the one that comes with the hub; null: none
 */
public record Reminder(
    Sender sender,
    Customer customer,
    Language language,
    String template,
    List<ReminderLine> asked,
    List<ReminderLine> later,
    Enclosed enclosed,
    LocalDate businessDate,
    ClaimsSaid claims,
    @Nullable String own,
    @Nullable String payAt) {
  public Reminder {
    asked = List.copyOf(asked);
    later = List.copyOf(later);
    if (asked.isEmpty()) {
      throw new IllegalArgumentException("a reminder speaks of at least one invoice");
    }
  }

  /** A reminder in the words of the hub that says nothing of claims. */
  public Reminder(
      Sender sender,
      Customer customer,
      Language language,
      String template,
      List<ReminderLine> asked,
      List<ReminderLine> later,
      Enclosed enclosed,
      LocalDate businessDate) {
    this(
        sender,
        customer,
        language,
        template,
        asked,
        later,
        enclosed,
        businessDate,
        ClaimsSaid.NOTHING,
        null,
        null);
  }

  /** The same reminder with what is said of claims, and in these words where there are any. */
  public Reminder saying(ClaimsSaid said, @Nullable String wording) {
    return new Reminder(
        sender,
        customer,
        language,
        template,
        asked,
        later,
        enclosed,
        businessDate,
        said,
        wording,
        payAt);
  }

  /** The same reminder with where to pay online. */
  public Reminder payableAt(@Nullable String url) {
    return new Reminder(
        sender,
        customer,
        language,
        template,
        asked,
        later,
        enclosed,
        businessDate,
        claims,
        own,
        url);
  }

  /** What is asked for in total, one amount a currency, in the order of their codes. */
  public List<Money> totals() {
    return byCurrency().values().stream()
        .map(lines -> Money.total(lines.stream().map(ReminderLine::open).toList()))
        .toList();
  }

  /** What is asked for, by currency in the order of their codes: each is a payment of its own. */
  Map<CurrencyUnit, List<ReminderLine>> byCurrency() {
    return asked.stream()
        .collect(
            Collectors.groupingBy(
                line -> line.open().getCurrencyUnit(), TreeMap::new, Collectors.toList()));
  }
}
