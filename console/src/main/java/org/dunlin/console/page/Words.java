package org.dunlin.console.page;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * Amounts, dates, times and sizes as the pages write them, in English.
 *
 * @param zone the company's, in which times are told
 * @param now what "ago" counts from
 */
public record Words(ZoneId zone, Instant now) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss zzz", Locale.ENGLISH);
  private static final long KILO = 1024;

  /** Such as {@code EUR 1,210.00}; the parts do not come apart at a line's end. */
  public String amount(Money money) {
    int decimals = money.getCurrencyUnit().getDecimalPlaces();
    String pattern = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    return money.getCurrencyUnit().getCode() + "\u00a0" + format.format(money.getAmount());
  }

  /** Amounts of several currencies. */
  public String amounts(Collection<Money> money) {
    return money.stream().map(this::amount).collect(Collectors.joining(" and "));
  }

  /** Such as {@code 20 Nov 2026}. */
  public String date(LocalDate date) {
    return DATE.format(date);
  }

  /** Such as {@code 20 Nov 2026, 14:05:00 CET}. */
  public String time(Instant instant) {
    return TIME.format(instant.atZone(zone));
  }

  /** Such as {@code 3 minutes ago}. */
  public String ago(Instant instant) {
    Duration past = Duration.between(instant, now);
    return past.compareTo(Duration.ofSeconds(5)) < 0 ? "just now" : lasting(past) + " ago";
  }

  /** How long ago, such as {@code 3 minutes}. */
  public String since(Instant instant) {
    return lasting(Duration.between(instant, now));
  }

  /** Days after the due date; 0 while payment is in time. */
  public long daysOverdue(LocalDate dueDate, LocalDate today) {
    return Math.max(0, ChronoUnit.DAYS.between(dueDate, today));
  }

  /** Such as {@code 12.3 KB}. */
  public String size(long bytes) {
    if (bytes < KILO) {
      return bytes + " B";
    }
    return bytes < KILO * KILO ? tenths(bytes, KILO) + " KB" : tenths(bytes, KILO * KILO) + " MB";
  }

  /** Such as {@code 1 invoice} or {@code 2 invoices}. */
  public String count(long count, String one, String many) {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    return format.format(count) + " " + (count == 1 ? one : many);
  }

  /** The length of a bar, 0 to 100, that stands for a part of a whole. */
  public int percent(Money part, Money whole) {
    if (!whole.isPositive() || !part.isPositive()) {
      return 0;
    }
    long hundredths =
        part.getAmount()
            .movePointRight(2)
            .divide(whole.getAmount(), java.math.RoundingMode.HALF_UP)
            .longValue();
    return (int) Math.max(1, hundredths);
  }

  private static String tenths(long bytes, long unit) {
    long tenths = Math.round(bytes * 10.0 / unit);
    return tenths / 10 + "." + tenths % 10;
  }

  private String lasting(Duration duration) {
    if (duration.toMinutes() < 1) {
      return count(Math.max(0, duration.toSeconds()), "second", "seconds");
    }
    if (duration.toHours() < 1) {
      return count(duration.toMinutes(), "minute", "minutes");
    }
    return duration.toDays() < 2
        ? count(duration.toHours(), "hour", "hours")
        : count(duration.toDays(), "day", "days");
  }
}
