package org.dunlin.connectors.text;

import java.util.regex.Pattern;

/** Text that a spreadsheet takes for nothing but text. */
public final class SpreadsheetText {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}]+");

  /**
   * What a spreadsheet takes for a formula (OWASP, CSV injection); full-width signs are taken by
   * some, too.
   */
  private static final Pattern FORMULA = Pattern.compile("^\\s*[=+@\\-\uFF1D\uFF0B\uFF20\uFF0D]");

  private SpreadsheetText() {}

  /** On one line, without control characters. */
  public static String plain(String text) {
    return CONTROL.matcher(text).replaceAll(" ").strip();
  }

  /** The same for a file whose cells have no types: what looks like a formula is quoted. */
  public static String safe(String text) {
    String plain = plain(text);
    return FORMULA.matcher(plain).find() ? "'" + plain : plain;
  }
}
