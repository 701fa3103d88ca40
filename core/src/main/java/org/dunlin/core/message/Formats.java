package org.dunlin.core.message;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.joda.money.Money;

/** Amounts, dates and lists as a reader of a language expects them (Unicode CLDR). */
final class Formats {
  private static final char NARROW_SPACE = '\u202f';
  private static final char NO_BREAK_SPACE = '\u00a0';

  private final Language language;
  private final DateTimeFormatter inSentence;
  private final DateTimeFormatter inTable;

  Formats(Language language) {
    this.language = language;
    this.inSentence =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.locale());
    this.inTable = DateTimeFormatter.ofPattern(narrow(language), language.locale());
  }

  /**
   * Such as {@code €1,210.00}, {@code € 1.210,00} or {@code 1.210,00 €}, with as many decimals as
   * the currency has and the sign that tells it from other currencies in that language.
   */
  String amount(Money money) {
    DecimalFormat format = (DecimalFormat) NumberFormat.getCurrencyInstance(language.locale());
    format.setCurrency(money.getCurrencyUnit().toCurrency());
    format.setMinimumFractionDigits(money.getScale());
    format.setMaximumFractionDigits(money.getScale());
    // Many a mail program shows a box in place of the narrow space of French.
    return format.format(money.getAmount()).replace(NARROW_SPACE, NO_BREAK_SPACE);
  }

  /** Such as {@code 10.15} or {@code 21}. */
  String number(BigDecimal number) {
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    format.setMaximumFractionDigits(4);
    return format.format(number);
  }

  /** Such as {@code 20 November 2026}. */
  String date(LocalDate date) {
    String written = inSentence.format(date);
    boolean first = language == Language.FR && date.getDayOfMonth() == 1;
    return first ? written.replaceFirst("^1 ", "1er ") : written;
  }

  /** The same day in the width of a column, such as {@code 20-11-2026}. */
  String shortDate(LocalDate date) {
    return inTable.format(date);
  }

  /** Such as {@code one, two and three}. */
  String list(List<String> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    return String.join(", ", parts.subList(0, parts.size() - 1)) + and() + parts.getLast();
  }

  /** A month by its number, where every reader takes day and month for what they are. */
  private static String narrow(Language language) {
    return switch (language) {
      case EN -> "d MMM uuuu";
      case NL -> "dd-MM-uuuu";
      case DE -> "dd.MM.uuuu";
      case FR -> "dd/MM/uuuu";
    };
  }

  private String and() {
    return switch (language) {
      case EN -> " and ";
      case NL -> " en ";
      case DE -> " und ";
      case FR -> " et ";
    };
  }
}
