package org.dunlin.console.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dunlin.core.figure.Period;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.record.Asked;
import org.dunlin.store.record.Filter;
import org.dunlin.store.record.Listing;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Reads what a request asks of a list. A parameter that nobody knows is refused, so that a typing
 * error does not quietly give the whole list.
 */
final class Asking {
  static final String LIMIT = "limit";
  static final String CURSOR = "cursor";
  static final String UPDATED_SINCE = "updatedSince";
  static final int MOST = 500;
  static final int USUAL = 100;

  private static final int LONGEST_TEXT = 500;

  private final MultiValueMap<String, String> parameters;
  private final Map<String, String> wrong = new LinkedHashMap<>();

  private Asking(MultiValueMap<String, String> parameters) {
    this.parameters = parameters;
  }

  /**
   * What the parameters ask.
   *
   * @throws WrongParameters naming all that are not right
   */
  static Asked read(String companyId, Listing<?> list, MultiValueMap<String, String> parameters) {
    return new Asking(parameters).asked(companyId, list);
  }

  /**
   * The period of a figure.
   *
   * @param usual the one until today where nobody asks for another
   * @throws WrongParameters where there is no such period
   */
  static Period period(@Nullable String from, @Nullable String to, Period usual) {
    return Period.read(from, to, usual)
        .orElseThrow(
            () ->
                new WrongParameters(
                    Map.of(
                        "from",
                        "from and to must be days such as 2026-11-20, the first not after the"
                            + " last, the last not after the business date, "
                            + usual.to()
                            + ".")));
  }

  /**
   * A day until today.
   *
   * @throws WrongParameters where it is none
   */
  static LocalDate day(String name, String text, LocalDate today) {
    return Period.read(text, text, new Period(today, today))
        .orElseThrow(
            () ->
                new WrongParameters(
                    Map.of(
                        name,
                        name
                            + " must be a day such as 2026-11-20, not after the business date, "
                            + today
                            + ".")))
        .to();
  }

  private Asked asked(String companyId, Listing<?> list) {
    Map<Filter, Object> filters = new HashMap<>();
    for (Filter filter : list.filters()) {
      value(filter.name(), text -> value(filter, text), expected(filter))
          .ifPresent(value -> filters.put(filter, value));
    }
    Instant since =
        list.dated()
            ? value(UPDATED_SINCE, Asking::moment, "a moment such as 2026-11-20T08:00:00Z")
                .orElse(null)
            : null;
    int most = value(LIMIT, Asking::limit, "a whole number from 1 to " + MOST).orElse(USUAL);
    Cursor after = value(CURSOR, Cursor::read, "").orElse(null);
    refuseUnknown(list);
    if (!wrong.isEmpty()) {
      throw new WrongParameters(wrong);
    }
    return new Asked(companyId, filters, since, after, most);
  }

  private <T> Optional<T> value(String name, Function<String, T> reading, String expected) {
    List<String> given = parameters.getOrDefault(name, List.of());
    if (given.size() > 1) {
      wrong.put(name, name + " may be given once only.");
      return Optional.empty();
    }
    return given.stream().findFirst().flatMap(text -> read(name, text, reading, expected));
  }

  private <T> Optional<T> read(
      String name, String text, Function<String, T> reading, String expected) {
    try {
      return Optional.of(reading.apply(text));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      wrong.put(name, name + " must be " + expected + ".");
      return Optional.empty();
    }
  }

  private void refuseUnknown(Listing<?> list) {
    List<String> known = known(list);
    for (String name : parameters.keySet()) {
      if (!known.contains(name)) {
        wrong.put(
            name,
            "The list knows no parameter of this name; it knows " + String.join(", ", known) + ".");
      }
    }
  }

  /** The names of all parameters of a list. */
  static List<String> known(Listing<?> list) {
    Stream<String> paging =
        list.dated() ? Stream.of(UPDATED_SINCE, LIMIT, CURSOR) : Stream.of(LIMIT, CURSOR);
    return Stream.concat(list.filters().stream().map(Filter::name), paging).toList();
  }

  private static Object value(Filter filter, String text) {
    return switch (filter.kind()) {
      case TEXT -> text(text);
      case WORD -> word(filter, text);
      case ID -> UUID.fromString(text);
      case DATE -> day(text);
      case INSTANT -> moment(text);
      case TRUTH -> truth(text);
    };
  }

  private static String expected(Filter filter) {
    return switch (filter.kind()) {
      case TEXT -> "a text of at most " + LONGEST_TEXT + " characters";
      case WORD -> "one of " + String.join(", ", filter.words());
      case ID -> "an id such as 019aa1b2-3c4d-7e5f-8a6b-7c8d9e0f1a2b";
      case DATE -> "a day such as 2026-11-20";
      case INSTANT -> "a moment such as 2026-11-20T08:00:00Z";
      case TRUTH -> "true or false";
    };
  }

  private static LocalDate day(String text) {
    LocalDate day = LocalDate.parse(text);
    refuseUnless(day.getYear());
    return day;
  }

  private static Instant moment(String text) {
    Instant moment = Instant.parse(text);
    refuseUnless(moment.atOffset(ZoneOffset.UTC).getYear());
    return moment;
  }

  /** Four digits hold every day that books know; the database knows not all that Java does. */
  private static void refuseUnless(int year) {
    if (year < 1 || year > 9999) {
      throw new IllegalArgumentException("a year of more than four digits");
    }
  }

  private static String text(String text) {
    if (text.isEmpty() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("not a text to look for");
    }
    return text;
  }

  private static String word(Filter filter, String text) {
    if (!filter.words().contains(text)) {
      throw new IllegalArgumentException("not among the words");
    }
    return text;
  }

  private static Boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither yes nor no");
    };
  }

  private static int limit(String text) {
    int limit = Integer.parseInt(text);
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("too few or too many");
    }
    return limit;
  }
}
