package org.dunlin.core.model;

/**
 * Text that can be passed on: half a surrogate pair cannot be written as UTF-8, and the character
 * zero cannot be kept by the database. JSON and YAML can carry both as escapes, and a text that is
 * cut at a length may end in half a pair.
 */
public final class WritableText {
  private static final char REPLACEMENT = '\uFFFD';

  private WritableText() {}

  /** The text with a replacement character for each that cannot be written or kept. */
  public static String of(String text) {
    return isPlain(text) ? text : replaced(text);
  }

  /** Nearly all text is: neither a zero in it nor half a pair, nor both halves. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == 0 || Character.isSurrogate(character)) {
        return false;
      }
    }
    return true;
  }

  private static String replaced(String text) {
    StringBuilder writable = null;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      if (character == 0 || Character.getType(character) == Character.SURROGATE) {
        writable = writable == null ? new StringBuilder(text) : writable;
        writable.setCharAt(i, REPLACEMENT);
      }
    }
    return writable == null ? text : writable.toString();
  }

  /** Whether the text is not blank and can be written and kept as it is. */
  public static boolean is(String text) {
    return !text.isBlank() && of(text).equals(text);
  }
}
