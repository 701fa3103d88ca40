package org.dunlin.console.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people type into forms, as values; nothing typed is nothing given. */
final class Given {
  private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,15})(?:[.,]([0-9]{1,4}))?");

  private Given() {}

  /** What was typed is no value; the key says so. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String key;

    Wrong(String key) {
      super(key, null, false, false);
      this.key = key;
    }

    String key() {
      return key;
    }
  }

  /** An amount with a point or a comma. */
  static @Nullable BigDecimal amount(@Nullable String typed) {
    String text = text(typed);
    if (text == null) {
      return null;
    }
    if (!AMOUNT.matcher(text).matches()) {
      throw new Wrong("talk.no-amount");
    }
    return new BigDecimal(text.replace(',', '.'));
  }

  /** A day as a browser sends it. */
  static @Nullable LocalDate date(@Nullable String typed) {
    String text = text(typed);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new Wrong("talk.no-date");
    }
  }

  /** A day that is needed. */
  static LocalDate dateNeeded(@Nullable String typed) {
    return Optional.ofNullable(date(typed)).orElseThrow(() -> new Wrong("talk.no-date"));
  }

  /** A number that is needed. */
  static int number(@Nullable String typed) {
    String text = text(typed);
    if (text == null || !text.matches("[0-9]{1,6}")) {
      throw new Wrong("talk.no-number");
    }
    return Integer.parseInt(text);
  }

  /**
   * A name that an address carries.
   *
   * @throws NotHere where nothing is called so, since it has a control character
   */
  static @Nullable String name(@Nullable String typed) {
    String text = text(typed);
    if (text != null && text.chars().anyMatch(Character::isISOControl)) {
      throw new NotHere();
    }
    return text;
  }

  static @Nullable String text(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}
