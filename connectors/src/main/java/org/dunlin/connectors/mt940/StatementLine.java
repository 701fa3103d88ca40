package org.dunlin.connectors.mt940;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
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
  /** What stands where there is no reference, or where field 86 has it. */
  private static final Set<String> NO_REFERENCE =
      Set.of("NONREF", "NONREF.", "NOREF", "NOTPROVIDED", "EREF", "PREF", "MARF", "KREF+", "0");

  private static final String NO_REFERENCE_BEGINS = "NEPMK0";

  static StatementLine of(Field field, CurrencyUnit currency) {
    StringBuilder text = new StringBuilder(field.first());
    int next = 1;
    LineParts parts = LineParts.of(text.toString());
    // Some banks break the line within the amount.
    while (parts == null && next < field.lines().size() && next < 3) {
      text.append(field.lines().get(next++).strip());
      parts = LineParts.of(text.toString());
    }
    if (parts == null) {
      throw new Refusal(
          "WRONG_FIELD",
          field.line(),
          "field :61: must be date, D or C, amount and type, such as 2611201120C1210,00NTRFNONREF;"
              + " ask the bank for a correct statement");
    }
    LocalDate valueDate = TextValues.yymmdd(parts.valueDate(), field.line());
    String booked = parts.entryDate();
    // A reversed credit takes money, a reversed debit brings it back.
    boolean in = parts.credit() != (parts.mark() == 'R');
    return new StatementLine(
        valueDate,
        booked == null ? valueDate : TextValues.mmddNear(booked, valueDate, field.line()),
        in ? Direction.IN : Direction.OUT,
        parts.mark() == 'R',
        parts.mark() == 'E',
        amount(parts.amount(), currency, field.line()),
        parts.type(),
        reference(before(parts.references())),
        reference(behind(parts.references())),
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
    boolean none =
        text.isEmpty()
            || NO_REFERENCE_BEGINS.indexOf(text.charAt(0)) >= 0 && NO_REFERENCE.contains(text);
    return none ? null : text;
  }

  private static @Nullable String supplementary(Field field, int from) {
    if (from >= field.lines().size()) {
      return null;
    }
    String text =
        String.join(
                " ",
                field.lines().subList(Math.min(from, field.lines().size()), field.lines().size()))
            .strip();
    return text.isEmpty() ? null : text;
  }
}
