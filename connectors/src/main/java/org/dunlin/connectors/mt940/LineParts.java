package org.dunlin.connectors.mt940;

import org.jspecify.annotations.Nullable;

/**
 * The subfields of a statement line, as they stand in its text. There may be millions of them in a
 * file, so they are found by hand.
 *
 * @param entryDate month and day, where they are given
 * @param mark R of a reversal, E of what is only expected, else a blank
 * @param credit whether the mark is of a credit
 * @param type of the transaction, four characters or three; absent where the bank gives none
 * @param references of owner and bank, with the slashes between them
 */
record LineParts(
    String valueDate,
    @Nullable String entryDate,
    char mark,
    boolean credit,
    String amount,
    @Nullable String type,
    String references) {
  private static final int AMOUNT_DIGITS_MAX = 15;

  /** The subfields of the text; null where it does not begin as a statement line does. */
  static @Nullable LineParts of(String text) {
    int end = digits(text, 0);
    if (end != 6 && end != 10) {
      return null;
    }
    int position = blank(text, end);
    char mark = at(text, position) == 'R' || at(text, position) == 'E' ? at(text, position++) : ' ';
    char side = at(text, position++);
    if (side != 'C' && side != 'D') {
      return null;
    }
    if (letter(at(text, position))) {
      position++; // the third letter of the currency, or a code of funds
    }
    int amountEnd = amount(text, position);
    if (amountEnd < 0) {
      return null;
    }
    int type = blank(text, amountEnd);
    int typeEnd = type(text, type);
    return new LineParts(
        text.substring(0, 6),
        end == 10 ? text.substring(6, 10) : null,
        mark,
        side == 'C',
        text.substring(position, amountEnd),
        type == typeEnd ? null : text.substring(type, typeEnd).stripTrailing(),
        text.substring(typeEnd));
  }

  /** Where the amount ends; negative where there is none, or one too long to be true. */
  private static int amount(String text, int from) {
    int whole = digits(text, from);
    if (whole == from || whole - from > AMOUNT_DIGITS_MAX) {
      return -1;
    }
    boolean point = at(text, whole) == ',' || at(text, whole) == '.';
    int end = point ? digits(text, whole + 1) : whole;
    return at(text, end) == ',' || at(text, end) == '.' ? -1 : end;
  }

  /** Where the type ends: four characters, or of ING's older files three and a blank. */
  private static int type(String text, int from) {
    int end = from;
    while (end < from + 4 && (letter(at(text, end)) || end > from && digit(at(text, end)))) {
      end++;
    }
    if (end == from + 4) {
      return end;
    }
    boolean three = end == from + 3 && "NSF".indexOf(at(text, from)) >= 0;
    return three && (at(text, end) == ' ') ? Math.min(end + 1, text.length()) : from;
  }

  private static int digits(String text, int from) {
    int end = from;
    while (digit(at(text, end))) {
      end++;
    }
    return end;
  }

  private static int blank(String text, int from) {
    return from < text.length() && text.charAt(from) <= ' ' ? from + 1 : from;
  }

  /** The character there; a blank behind the end. */
  private static char at(String text, int index) {
    return index < text.length() ? text.charAt(index) : ' ';
  }

  private static boolean digit(char each) {
    return each >= '0' && each <= '9';
  }

  private static boolean letter(char each) {
    return each >= 'A' && each <= 'Z';
  }
}
