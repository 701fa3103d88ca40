package org.dunlin.core.message;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.dunlin.core.model.Customer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one reminder.
 *
 * @param companyName who asks
 * @param replyAddress the e-mail address to which the customer turns
 * @param template the wording: one of {@link Reminders#templates()}
 * @param lines all that is asked for, at least one, in any order and any currencies
 * @param iban the account to pay to; null: the one on the invoice
 * @param businessDate the day of the message
 */
public record Reminder(
    String companyName,
    String replyAddress,
    Customer customer,
    String template,
    List<ReminderLine> lines,
    @Nullable String iban,
    LocalDate businessDate) {
  public Reminder {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a reminder speaks of at least one invoice");
    }
  }

  /** What is open in total, one amount a currency, in the order of their codes. */
  public List<Money> totals() {
    TreeMap<CurrencyUnit, Money> totals = new TreeMap<>();
    for (ReminderLine line : lines) {
      totals.merge(line.open().getCurrencyUnit(), line.open(), Money::plus);
    }
    Collection<Money> amounts = totals.values();
    return List.copyOf(amounts);
  }
}
