package org.dunlin.core.message;

import java.util.regex.Pattern;

/**
 * Makes a value that comes from outside stand on one line: line breaks, control characters and
 * marks that turn the direction of text could add a header or make a message read otherwise.
 */
final class OneLine {
  private static final Pattern UNWANTED =
      Pattern.compile(
          "[\\p{Cntrl}\\s\\u0085\\u061C\\u200B-\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFEFF]+");

  private OneLine() {}

  static String of(String text) {
    return UNWANTED.matcher(text).replaceAll(" ").strip();
  }
}
