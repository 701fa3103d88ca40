package org.dunlin.connectors.mt940;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Triodos Bank marks its fields like German banks but with {@code >}, and has other things in them:
 * the other party's account in {@code >10}, its own in {@code >31}; of a transfer within Europe BIC
 * and IBAN in {@code >20} and {@code >21}. Names are not set apart from the text.
 */
final class Triodos {
  private static final Pattern MARK = Pattern.compile(">([0-9]{2})");
  private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?");
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

  private Triodos() {}

  /** The text with its fields where German banks have them. */
  static String layout(String text) {
    StringBuilder layout = new StringBuilder(text.length());
    layout.append("000");
    boolean abroad = false;
    Matcher mark = MARK.matcher(text);
    boolean more = mark.find();
    while (more) {
      String number = mark.group(1);
      int begin = mark.end();
      more = mark.find();
      String content = text.substring(begin, more ? mark.start() : text.length());
      if (number.equals("20") && BIC.matcher(content).matches()) {
        abroad = true;
        layout.append("?30").append(content);
      } else if (number.equals("21") && abroad && IBAN.matcher(content).matches()) {
        layout.append("?31").append(content);
      } else if (number.equals("10")) {
        layout.append(content.matches("0*") ? "" : "?31" + content);
      } else if (!number.equals("31")) {
        layout.append('?').append(number).append(content);
      }
    }
    return layout.toString();
  }
}
