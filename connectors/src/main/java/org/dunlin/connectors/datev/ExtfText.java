package org.dunlin.connectors.datev;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts of a file: in quotes, on one line, of characters that their field may have. */
final class ExtfText {
  private static final int TEXT_CHARACTERS = 60;
  private static final int DOCUMENT_CHARACTERS = 36;
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

  /** What the field Belegfeld 1 takes. */
  private static final Pattern NOT_OF_DOCUMENT = Pattern.compile("[^A-Za-z0-9$&%*+/-]");

  /** What a spreadsheet would take for a formula. */
  private static final Pattern FORMULA = Pattern.compile("^[=+@-]+");

  private ExtfText() {}

  static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  /** The beginning of a text, in quotes. */
  static String cut(String text, int characters) {
    String line = BLANKS.matcher(text).replaceAll(" ").strip();
    int end = Math.min(line.length(), characters);
    boolean inPair =
        end > 0 && end < line.length() && Character.isHighSurrogate(line.charAt(end - 1));
    return quoted(line.substring(0, inPair ? end - 1 : end));
  }

  /** What the posting says (Buchungstext). */
  static String text(@Nullable String text) {
    return cut(text == null ? "" : FORMULA.matcher(text.strip()).replaceFirst(""), TEXT_CHARACTERS);
  }

  /**
   * The number of an invoice (Belegfeld 1), by which DATEV settles it: other characters than those
   * that the field takes are left out, as DATEV's own programs do.
   */
  static String document(@Nullable String number) {
    String taken = number == null ? "" : NOT_OF_DOCUMENT.matcher(number).replaceAll("");
    return cut(FORMULA.matcher(taken).replaceFirst(""), DOCUMENT_CHARACTERS);
  }
}
