package org.dunlin.core.account;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * What is open of invoices by how long it is overdue, and what is owed to the customer.
 *
 * @param notDue what is still in time
 * @param upTo30 1 to 30 days after the last day in time
 * @param upTo60 31 to 60 days
 * @param upTo90 61 to 90 days
 * @param over90 more than 90 days
 * @param credit credit notes and money without an invoice; zero or below
 */
public record AccountAgeing(
    Money notDue, Money upTo30, Money upTo60, Money upTo90, Money over90, Money credit) {
  private static final int A_CLASS = 30;
  private static final int OLDEST = 4;

  /** The ageing of what is open on a day. */
  public static AccountAgeing of(CurrencyAccount account, LocalDate on) {
    Money zero = Money.zero(account.opening().getCurrencyUnit());
    List<Money> classes = new ArrayList<>(List.of(zero, zero, zero, zero, zero));
    Money credit = zero;
    for (OpenItem item : account.open()) {
      if (item.kind() != MovementKind.INVOICE || item.open().isNegative()) {
        credit = credit.plus(item.open());
        continue;
      }
      for (OpenItem.Part part : item.parts()) {
        int at = classOf(ChronoUnit.DAYS.between(part.due(), on));
        classes.set(at, classes.get(at).plus(part.open()));
      }
    }
    return new AccountAgeing(
        classes.get(0), classes.get(1), classes.get(2), classes.get(3), classes.get(4), credit);
  }

  /** All of it: the closing balance. */
  public Money total() {
    return notDue.plus(upTo30).plus(upTo60).plus(upTo90).plus(over90).plus(credit);
  }

  private static int classOf(long daysLate) {
    return daysLate <= 0 ? 0 : (int) Math.min(OLDEST, (daysLate - 1) / A_CLASS + 1);
  }
}
