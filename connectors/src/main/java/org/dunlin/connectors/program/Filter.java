package org.dunlin.connectors.program;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives form to the value of a placeholder. Moments are in UTC, and days begin there. */
public enum Filter {
  /** RFC 3339 with the fraction that the moment has. */
  RFC3339("rfc3339", moment(Instant::toString)),
  RFC3339_SECONDS(
      "rfc3339-seconds", moment(instant -> instant.truncatedTo(ChronoUnit.SECONDS).toString())),
  /** IMF-fixdate (RFC 9110, 5.6.7). */
  HTTP_DATE("http-date", moment(pattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'")::format)),
  DATE("date", moment(pattern("uuuu-MM-dd")::format)),
  EPOCH_SECONDS("epoch-seconds", value -> number(value, Instant::getEpochSecond)),
  EPOCH_MILLIS("epoch-millis", value -> number(value, Instant::toEpochMilli)),
  /** A literal of OData 2. */
  ODATA("odata", moment(pattern("'datetime'''uuuu-MM-dd'T'HH:mm:ss''")::format)),
  SQL("sql", moment(pattern("uuuu-MM-dd HH:mm:ss")::format)),
  URL("url", value -> Value.of(PercentEncoding.of(value.plain()))),
  /** The number that a text is, where it is nothing else. */
  NUMBER("number", Filter::number),
  /** As JSON writes it: a text with its quotes. */
  JSON("json", value -> Value.of(Json.written(FactTrees.node(value)))),
  UPPER("upper", value -> Value.of(value.plain().toUpperCase(Locale.ROOT))),
  LOWER("lower", value -> Value.of(value.plain().toLowerCase(Locale.ROOT)));

  private final String word;

  @SuppressWarnings("ImmutableEnumChecker") // functions without a state
  private final Function<Value, @Nullable Value> form;

  Filter(String word, Function<Value, @Nullable Value> form) {
    this.word = word;
    this.form = form;
  }

  /** Its word in a manifest. */
  public String word() {
    return word;
  }

  /** The filter of this word. */
  static Optional<Filter> of(String word) {
    return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  /** The value in this form, where it has it. */
  Optional<Value> apply(Value value) {
    return Optional.ofNullable(form.apply(value));
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC);
  }

  private static Function<Value, @Nullable Value> moment(Function<Instant, String> form) {
    return value -> {
      Instant instant = instant(value);
      return instant == null ? null : Value.of(form.apply(instant));
    };
  }

  private static @Nullable Value number(Value value, Function<Instant, Long> form) {
    Instant instant = instant(value);
    return instant == null ? null : new Value.Number(BigDecimal.valueOf(form.apply(instant)));
  }

  private static @Nullable Value number(Value value) {
    String text = value.plain();
    return SafePattern.fits("-?[0-9]{1,30}(\\.[0-9]{1,30})?", text)
        ? new Value.Number(new BigDecimal(text))
        : null;
  }

  private static @Nullable Instant instant(Value value) {
    return switch (value) {
      case Value.Moment moment -> moment.moment();
      case Value.Day day -> day.day().atStartOfDay(ZoneOffset.UTC).toInstant();
      case Value.Text text -> parsed(text.text());
      case Value.Number number -> null;
      case Value.Flag flag -> null;
    };
  }

  private static @Nullable Instant parsed(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
