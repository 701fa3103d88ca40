package org.dunlin.connectors.mt940;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.text.TextValues;
import org.dunlin.core.model.Direction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A statement line (field 61).
 *
 * @param reversal whether it undoes an earlier entry (mark RC or RD)
 * @param expected whether it is not booked yet (mark EC or ED, of interim reports)
 * @param type the four characters of its transaction type, such as {@code NTRF}; absent where the
 *     bank gives none
 * @param reference of the account's owner, where it says anything
 * @param bankReference of the bank, where it says anything
 * @param supplementary the further lines of the field, joined by a blank
 */
record StatementLine(
    LocalDate valueDate,
    LocalDate bookingDate,
    Direction direction,
    boolean reversal,
    boolean expected,
    Money amount,
    @Nullable String type,
    @Nullable String reference,
    @Nullable String bankReference,
    @Nullable String supplementary) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "([0-9]{6})([0-9]{4})?\\s?([RE]?)([CD])([A-Z])?([0-9]{1,15}+(?:[.,][0-9]*+)?+)(?![0-9.,])\\s?"
              + "([A-Z][A-Z0-9]{3}|[NSF][A-Z]{2}(?: |$))?(.*)");

  /** What stands where there is no reference, or where field 86 has it. */
  private static final Set<String> NO_REFERENCE =
      Set.of("NONREF", "NONREF.", "NOREF", "NOTPROVIDED", "EREF", "PREF", "MARF", "KREF+", "0");

  static StatementLine of(Field field, CurrencyUnit currency) {
    StringBuilder text = new StringBuilder(field.first());
    int next = 1;
    Matcher shape = SHAPE.matcher(text);
    // Some banks break the line within the amount.
    while (!shape.matches() && next < field.lines().size() && next < 3) {
      text.append(field.lines().get(next++).strip());
      shape = SHAPE.matcher(text);
    }
    if (!shape.matches()) {
      throw new Refusal(
          "WRONG_FIELD",
          field.line(),
          "field :61: must be date, D or C, amount and type, such as 2611201120C1210,00NTRFNONREF;"
              + " ask the bank for a correct statement");
    }
    LocalDate valueDate = TextValues.yymmdd(shape.group(1), field.line());
    String booked = shape.group(2);
    return new StatementLine(
        valueDate,
        booked == null ? valueDate : TextValues.mmddNear(booked, valueDate, field.line()),
        direction(shape),
        shape.group(3).equals("R"),
        shape.group(3).equals("E"),
        amount(shape.group(6), currency, field.line()),
        shape.group(7) == null ? null : shape.group(7).strip(),
        reference(before(shape.group(8))),
        reference(behind(shape.group(8))),
        supplementary(field, next));
  }

  /** The amount, negative where money left. */
  Money signed() {
    return direction == Direction.IN ? amount : amount.negated();
  }

  /** An amount as SWIFT writes it, with a comma even without decimals; some banks write a point. */
  static Money amount(String text, CurrencyUnit currency, int line) {
    String point = text.replace(',', '.');
    String number = point.endsWith(".") ? point.substring(0, point.length() - 1) : point;
    return TextValues.money(currency, new BigDecimal(number), line);
  }

  /** A reversed credit takes money, a reversed debit brings it back. */
  private static Direction direction(Matcher shape) {
    boolean credit = shape.group(4).equals("C");
    boolean reversed = shape.group(3).equals("R");
    return credit == reversed ? Direction.OUT : Direction.IN;
  }

  private static String before(String references) {
    int slashes = slashes(references);
    return slashes < 0 ? references : references.substring(0, slashes);
  }

  private static String behind(String references) {
    int slashes = slashes(references);
    return slashes < 0 ? "" : references.substring(slashes + 2);
  }

  /** Where two slashes part the references; of three, the first ends the owner's. */
  private static int slashes(String references) {
    int slashes = references.indexOf("//");
    return slashes >= 0 && references.startsWith("/", slashes + 2) ? slashes + 1 : slashes;
  }

  private static @Nullable String reference(String given) {
    String text = given.strip();
    return text.isEmpty() || NO_REFERENCE.contains(text) ? null : text;
  }

  private static @Nullable String supplementary(Field field, int from) {
    String text =
        String.join(" ", field.lines().subList(Math.min(from, field.lines().size()), field.lines().size()))
            .strip();
    return text.isEmpty() ? null : text;
  }
}
