package org.dunlin.core.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text as its atoms: the longest runs of letters and digits, in capitals, each with what stands
 * before it.
 */
record Text(List<Atom> atoms) {
  private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");

  private static final Set<Integer> NUMBERS =
      Set.of(
          (int) Character.DECIMAL_DIGIT_NUMBER,
          (int) Character.LETTER_NUMBER,
          (int) Character.OTHER_NUMBER);

  /** More than any bank carries; what lies behind is not read. */
  private static final int LONGEST = 20_000;

  /** A run of letters and digits, and the other characters between it and the run before. */
  record Atom(String before, String text) {
    boolean digits() {
      for (int i = 0; i < text.length(); i++) {
        if (!Character.isDigit(text.charAt(i))) {
          return false;
        }
      }
      return true;
    }

    boolean anyDigit() {
      for (int i = 0; i < text.length(); i++) {
        if (Character.isDigit(text.charAt(i))) {
          return true;
        }
      }
      return false;
    }
  }

  static Text of(String raw) {
    boolean cut = raw.length() > LONGEST;
    String plain = plain(cut ? raw.substring(0, LONGEST) : raw);
    List<Atom> atoms = new ArrayList<>();
    int end = 0;
    int at = 0;
    while (at < plain.length()) {
      int from = at;
      while (at < plain.length() && counts(plain.charAt(at))) {
        at++;
      }
      if (at > from) {
        atoms.add(new Atom(plain.substring(end, from), plain.substring(from, at)));
        end = at;
      }
      at++;
    }
    if (cut && !atoms.isEmpty()) {
      atoms.removeLast(); // it may be the beginning of a longer one
    }
    return new Text(atoms);
  }

  /** Only the letters and digits, in capitals: how numbers and references are compared. */
  static String compact(String raw) {
    String plain = plain(raw);
    StringBuilder compact = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      if (counts(plain.charAt(i))) {
        compact.append(plain.charAt(i));
      }
    }
    return compact.toString();
  }

  /**
   * Whether {@link #compact} of the raw text ends so; without making it where the end is plain,
   * which no accent further in front can change.
   */
  static boolean compactEndsWith(String raw, String end) {
    int left = end.length();
    for (int i = raw.length() - 1; i >= 0 && left > 0; i--) {
      char c = raw.charAt(i);
      if (c >= 128) {
        return compact(raw).endsWith(end);
      }
      char upper = c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
      if (counts(upper) && upper != end.charAt(--left)) {
        return false;
      }
    }
    return left == 0;
  }

  /** Whether {@link #compact} of the raw text is this; without making it where that is plain. */
  static boolean compactEquals(String raw, String key) {
    int at = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c >= 128) {
        return compact(raw).equals(key);
      }
      char upper = c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
      if (counts(upper)) {
        if (at == key.length() || upper != key.charAt(at)) {
          return !ascii(raw) && compact(raw).equals(key);
        }
        at++;
      }
    }
    return at == key.length();
  }

  static boolean ascii(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  /** Whether a text is of one or more such characters as all stand between words and lines. */
  static boolean blank(String between) {
    for (int i = 0; i < between.length(); i++) {
      char c = between.charAt(i);
      if (c != ' ' && (c < '\t' || c > '\r')) {
        return false;
      }
    }
    return !between.isEmpty();
  }

  /** Whether a text is one of these characters. */
  static boolean oneOf(String characters, String text) {
    return text.length() == 1 && characters.indexOf(text.charAt(0)) >= 0;
  }

  static boolean digitsOnly(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * Where in the raw text each character of the plain one comes from, and behind the last one its
   * end; empty where that cannot be told.
   */
  static int[] places(String raw) {
    String plain = plain(raw);
    int[] places = new int[plain.length() + 1];
    StringBuilder built = new StringBuilder(plain.length());
    int from = 0;
    while (from < raw.length()) {
      int to = from + Character.charCount(raw.codePointAt(from));
      while (to < raw.length() && mark(raw.codePointAt(to))) {
        to += Character.charCount(raw.codePointAt(to));
      }
      int begun = built.length();
      built.append(plain(raw.substring(from, to)));
      if (built.length() > plain.length()) {
        return new int[0];
      }
      Arrays.fill(places, begun, built.length(), from);
      from = to;
    }
    places[plain.length()] = raw.length();
    return built.toString().equals(plain) ? places : new int[0];
  }

  private static boolean mark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /** Letters and numbers; those outside the basic plane are none that numbers are written with. */
  private static boolean counts(char c) {
    return c < 128
        ? (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')
        : Character.isLetter(c) || NUMBERS.contains(Character.getType(c));
  }

  static String plain(String raw) {
    return ascii(raw) ? raw.toUpperCase(Locale.ROOT) : composed(raw);
  }

  private static String composed(String raw) {
    String composed = Normalizer.normalize(raw, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    return DASHES.matcher(composed).replaceAll("-");
  }
}
