package org.dunlin.console.login;

import java.util.Locale;
import java.util.Optional;

/** Why a password is not taken; words for each are in {@code people.properties}. */
public enum PasswordFlaw {
  /** Fewer than twelve characters, several blanks counting as one. */
  SHORT,
  /** More than 128 characters. */
  LONG,
  /** The name of the person is in it. */
  NAME,
  /** A few characters over and over, or what was found in breaches again and again. */
  EASY;

  /** The least number of characters. */
  public static final int SHORTEST = 12;

  /** The most characters. */
  public static final int LONGEST = 128;

  private static final int LEAST_DIFFERENT = 6;

  /** What is wrong with the password that this person would choose. */
  public static Optional<PasswordFlaw> of(String password, String name) {
    String combined = password.replaceAll("\\s+", " ");
    if (combined.codePointCount(0, combined.length()) < SHORTEST) {
      return Optional.of(SHORT);
    }
    if (password.codePointCount(0, password.length()) > LONGEST) {
      return Optional.of(LONG);
    }
    String lower = password.toLowerCase(Locale.ROOT);
    if (name.length() > 2 && lower.contains(name.toLowerCase(Locale.ROOT))) {
      return Optional.of(NAME);
    }
    boolean easy =
        lower.codePoints().distinct().count() < LEAST_DIFFERENT || CommonPasswords.has(password);
    return easy ? Optional.of(EASY) : Optional.empty();
  }
}
