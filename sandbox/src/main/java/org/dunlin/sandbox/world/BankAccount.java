package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;

/** One account of the company: books movements and keeps the balance. */
final class BankAccount {
  private final Party account;
  private final CamtVersion version;
  private Money balance;
  private int statements;
  private int bookings;

  BankAccount(Party account, CamtVersion version, Money balance) {
    this.account = account;
    this.version = version;
    this.balance = balance;
  }

  /** Books the day; the movements of an inner list are booked as one amount. */
  BankDay book(LocalDate day, List<List<Movement>> batches) {
    Money opening = balance;
    List<Entry> entries = new ArrayList<>();
    for (List<Movement> batch : batches) {
      Entry entry = new Entry(reference(day), List.copyOf(batch));
      balance = balance.plus(entry.signed());
      entries.add(entry);
    }
    statements++;
    return new BankDay(account, version, statements, day, opening, balance, List.copyOf(entries));
  }

  private String reference(LocalDate day) {
    bookings++;
    return account.bic().substring(0, 2)
        + day.format(DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT))
        + String.format(Locale.ROOT, "%06d", bookings);
  }
}
