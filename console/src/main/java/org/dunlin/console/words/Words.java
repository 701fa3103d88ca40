package org.dunlin.console.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.dunlin.core.message.Language;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Sentences, amounts, dates, times and sizes as the pages write them.
 *
 * @param language the reader's
 * @param zone the company's, in which times are told
 * @param now what "ago" counts from
 */
public record Words(Language language, ZoneId zone, Instant now) {
  private static final long KILO = 1024;

  /**
   * The sentence of a key, such as {@code customers.title}, with its places filled. Numbers among
   * the values are written as the language does.
   */
  public String say(String key, Object... values) {
    return Phrases.of(language).say(key, values);
  }

  /** The sentence of a key that may have none. */
  public Optional<String> find(String key) {
    return Phrases.of(language).has(key) ? Optional.of(say(key)) : Optional.empty();
  }

  /**
   * What the hub says about a connection, in the reader's language; the words of programs and
   * servers stay as they are, and so does what has no phrase.
   */
  public Reason reason(String english) {
    return said(english, Reasons::in);
  }

  /**
   * What a code of what the hub does not take means, in the reader's language; empty in English, in
   * which the sentence beside it says more, and of codes without one.
   */
  public Optional<String> problem(String code) {
    return language == Language.EN ? Optional.empty() : find("problems." + code);
  }

  /** What is wrong with the folder of a program, in the reader's language. */
  public Reason fault(String english) {
    return said(english, Reasons::fault);
  }

  private Reason said(String english, BiFunction<Language, String, Optional<String>> phrases) {
    if (language == Language.EN) {
      return new Reason(english, null);
    }
    return phrases
        .apply(language, english)
        .map(said -> new Reason(said, null))
        .orElseGet(() -> new Reason(english, Language.EN.code()));
  }

  /**
   * A reason as a page shows it.
   *
   * @param code ISO 639-1 of its language where that is not the page's; else absent
   */
  public record Reason(String text, @Nullable String code) {}

  /** What a value of the model is called. */
  public String name(Enum<?> value) {
    return say("names." + value.getDeclaringClass().getSimpleName() + "." + value.name());
  }

  /** What an event of the journal is called; one that has no name yet, by its constant. */
  public String event(String constant) {
    return find("events." + constant).orElseGet(() -> ofConstant(constant));
  }

  /** Who or what did something: a stage of the hub by its name, a person by theirs. */
  public String actor(String actor) {
    return find("names.actor." + actor).orElse(actor);
  }

  /** ISO 639-1, for the {@code lang} attribute. */
  public String code() {
    return language.code();
  }

  /** Such as {@code EUR 1,210.00}; the parts do not come apart at a line's end. */
  public String amount(Money money) {
    NumberFormat format = NumberFormat.getNumberInstance(locale());
    format.setMinimumFractionDigits(money.getScale());
    format.setMaximumFractionDigits(money.getScale());
    return money.getCurrencyUnit().getCode() + "\u00a0" + format.format(money.getAmount());
  }

  /** Amounts of several currencies. */
  public String amounts(Collection<Money> money) {
    return String.join(say("frame.and"), money.stream().map(this::amount).toList());
  }

  /** Such as {@code 20 Nov 2026}. */
  public String date(LocalDate date) {
    return DateTimeFormatter.ofPattern(dayPattern(), locale()).format(date);
  }

  /** Such as {@code 20 Nov 2026, 14:05:00 CET}. */
  public String time(Instant instant) {
    return DateTimeFormatter.ofPattern(dayPattern() + ", HH:mm:ss zzz", locale())
        .format(instant.atZone(zone));
  }

  /** Such as {@code 3 minutes ago}. */
  public String ago(Instant instant) {
    Duration past = Duration.between(instant, now);
    return past.compareTo(Duration.ofSeconds(5)) < 0
        ? say("frame.now")
        : say("frame.ago", lasting(past));
  }

  /** How long ago, such as {@code 3 minutes}. */
  public String since(Instant instant) {
    return lasting(Duration.between(instant, now));
  }

  /** Days after the due date; 0 while payment is in time. */
  public long daysOverdue(LocalDate dueDate, LocalDate today) {
    return Math.max(0, ChronoUnit.DAYS.between(dueDate, today));
  }

  /** A number, such as {@code 1,234}. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale()).format(number);
  }

  /** Such as {@code 12.3 KB}. */
  public String size(long bytes) {
    if (bytes < KILO) {
      return bytes + " B";
    }
    return bytes < KILO * KILO ? tenths(bytes, KILO) + " KB" : tenths(bytes, KILO * KILO) + " MB";
  }

  /** The length of a bar, 0 to 100, that stands for a part of a whole. */
  public int percent(Money part, Money whole) {
    if (!whole.isPositive() || !part.isPositive()) {
      return 0;
    }
    long hundredths =
        part.getAmount()
            .movePointRight(2)
            .divide(whole.getAmount(), RoundingMode.HALF_UP)
            .longValue();
    return (int) Math.max(1, hundredths);
  }

  /** A share of one, such as {@code 99.98%}. */
  public String percent(BigDecimal share) {
    NumberFormat format = NumberFormat.getPercentInstance(locale());
    format.setMaximumFractionDigits(2);
    return format.format(share);
  }

  /** A part of a whole, such as {@code 42.9%}; of nothing, nothing. */
  public String share(Money part, Money whole) {
    BigDecimal share =
        whole.isPositive()
            ? part.getAmount().divide(whole.getAmount(), 3, RoundingMode.HALF_UP)
            : BigDecimal.ZERO;
    NumberFormat format = NumberFormat.getPercentInstance(locale());
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format.format(share);
  }

  private String tenths(long bytes, long unit) {
    NumberFormat format = NumberFormat.getNumberInstance(locale());
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format.format(bytes / (double) unit);
  }

  private String lasting(Duration duration) {
    if (duration.toMinutes() < 1) {
      return say("frame.seconds", Math.max(0, duration.toSeconds()));
    }
    if (duration.toHours() < 1) {
      return say("frame.minutes", duration.toMinutes());
    }
    return duration.toDays() < 2
        ? say("frame.hours", duration.toHours())
        : say("frame.days", duration.toDays());
  }

  private Locale locale() {
    return language.locale();
  }

  private String dayPattern() {
    return language == Language.DE ? "d. MMM uuuu" : "d MMM uuuu";
  }

  /** Words that a constant is made of: {@code INVOICE_ADDED} is "Invoice added". */
  private static String ofConstant(String constant) {
    String words = constant.replace('_', ' ').toLowerCase(Locale.ROOT);
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
