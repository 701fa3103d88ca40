package org.dunlin.console.login;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Why a password is not taken; words for each are in {@code people.properties}. */
public enum PasswordFlaw {
  /** Fewer than twelve characters, several blanks counting as one. */
  SHORT,
  /** More than 72 bytes. */
  LONG,
  /** The name of the person is in it. */
  NAME,
  /** A few characters over and over, or what everybody tries first. */
  EASY;

  /** The least number of characters. */
  public static final int SHORTEST = 12;

  /** The most bytes: what any hash of ours ever took account of. */
  public static final int MOST_BYTES = 72;

  private static final int LEAST_DIFFERENT = 6;
  private static final Set<String> TRIED_FIRST =
      Set.of(
          "123456789012",
          "1234567890123",
          "12345678901234",
          "123456789abc",
          "1234567890ab",
          "1q2w3e4r5t6y",
          "1qaz2wsx3edc",
          "abcdefghijkl",
          "administrator",
          "administrator1",
          "changemechangeme",
          "correcthorsebatterystaple",
          "iloveyou1234",
          "letmeinletmein",
          "passw0rd1234",
          "password1234",
          "password12345",
          "password123456",
          "passwordpassword",
          "qwerty123456",
          "qwertyqwerty",
          "qwertyuiop12",
          "qwertyuiop123",
          "qwertyuiopasdf",
          "welcome12345",
          "welkom123456",
          "wachtwoord12",
          "wachtwoord123",
          "passwort1234",
          "motdepasse12",
          "motdepasse123");

  /** What is wrong with the password that this person would choose. */
  public static Optional<PasswordFlaw> of(String password, String name) {
    String combined = password.replaceAll("\\s+", " ");
    if (combined.codePointCount(0, combined.length()) < SHORTEST) {
      return Optional.of(SHORT);
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of(LONG);
    }
    String lower = password.toLowerCase(Locale.ROOT);
    if (name.length() > 2 && lower.contains(name.toLowerCase(Locale.ROOT))) {
      return Optional.of(NAME);
    }
    boolean easy =
        lower.codePoints().distinct().count() < LEAST_DIFFERENT || TRIED_FIRST.contains(lower);
    return easy ? Optional.of(EASY) : Optional.empty();
  }
}
