package org.dunlin.core.json;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the hub takes for a text. Half a surrogate pair cannot be written as UTF-8, and the
 * character zero cannot be kept by the database; JSON can carry both as escapes.
 */
final class Texts {
  private static final char REPLACEMENT = '\uFFFD';

  private Texts() {}

  /** Whether the value is a text that is not blank and that can be written and kept. */
  static boolean isText(JsonNode value) {
    return value.isTextual()
        && !value.textValue().isBlank()
        && writable(value.textValue()).equals(value.textValue());
  }

  /** The text with a replacement character for each that cannot be written or kept. */
  static String writable(String text) {
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
}
