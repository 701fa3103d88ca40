package org.dunlin.connectors.mt940;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.text.TextValues;
import org.dunlin.core.model.Direction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What only an interim report has (MT942): the smallest amount that it lists (34F), which names the
 * currency; how many entries there are and their sum (90D, 90C).
 */
final class Interim {
  private static final Pattern FLOOR = Pattern.compile("([A-Z]{3})[CD]?[0-9]{1,20}(?:[.,][0-9]*)?");
  private static final Pattern TOTAL =
      Pattern.compile("([0-9]{1,8})([A-Z]{3})([0-9]{1,20}(?:[.,][0-9]*)?)");

  private final Map<Direction, Total> totals = new EnumMap<>(Direction.class);
  private final Map<Direction, Total> listed = new EnumMap<>(Direction.class);
  private @Nullable CurrencyUnit currency;
  private boolean any;
  private boolean expected;

  private record Total(int entries, Money sum, int line) {}

  /** Whether any field of an interim report came. */
  boolean any() {
    return any;
  }

  @Nullable CurrencyUnit currency() {
    return currency;
  }

  void take(Field field) {
    any = true;
    switch (field.tag()) {
      case "34F" -> floor(field);
      case "90D" -> totals.put(Direction.OUT, total(field));
      case "90C" -> totals.put(Direction.IN, total(field));
      default -> {
        // the time (13) says only until when entries are in it
      }
    }
  }

  /** Counts an entry that is listed. */
  void list(StatementLine entry) {
    Total before =
        listed.getOrDefault(
            entry.direction(), new Total(0, Money.zero(entry.amount().getCurrencyUnit()), 0));
    listed.put(
        entry.direction(), new Total(before.entries() + 1, before.sum().plus(entry.amount()), 0));
  }

  /** Notes that the report lists an entry that is only expected, which totals may count or not. */
  void expect() {
    expected = true;
  }

  /**
   * Holds the totals against what is listed. They may count more: small entries that are not
   * listed, and those of earlier reports of the day. What they may not do is count fewer, or as
   * many with another sum.
   */
  void check() {
    if (!expected) {
      totals.forEach(this::check);
    }
  }

  private void check(Direction direction, Total said) {
    Total found = listed.getOrDefault(direction, new Total(0, said.sum().multipliedBy(0), 0));
    boolean fewer = said.entries() < found.entries();
    boolean other = said.entries() == found.entries() && !said.sum().equals(found.sum());
    if (fewer || other) {
      throw new Refusal(
          "CONTROL_TOTAL_DIFFERS",
          said.line(),
          "the report says "
              + said.entries()
              + " entries of "
              + said.sum().getAmount().toPlainString()
              + " but lists "
              + found.entries()
              + " of "
              + found.sum().getAmount().toPlainString()
              + "; ask the bank for a correct report");
    }
  }

  private void floor(Field field) {
    Matcher shape = FLOOR.matcher(field.first());
    if (!shape.matches()) {
      throw wrong(field, "currency, C or D, and amount, such as EURD0,00");
    }
    CurrencyUnit said = TextValues.currency(shape.group(1), field.line());
    if (currency != null && !currency.equals(said)) {
      throw wrong(field, "in the currency of the one before, " + currency);
    }
    currency = said;
  }

  private static Total total(Field field) {
    Matcher shape = TOTAL.matcher(field.first());
    if (!shape.matches()) {
      throw wrong(field, "number, currency and sum, such as 3EUR1210,00");
    }
    CurrencyUnit currency = TextValues.currency(shape.group(2), field.line());
    return new Total(
        Integer.parseInt(shape.group(1)),
        StatementLine.amount(shape.group(3), currency, field.line()),
        field.line());
  }

  private static Refusal wrong(Field field, String must) {
    return new Refusal(
        "WRONG_FIELD",
        field.line(),
        "field :" + field.tag() + ": must be " + must + "; ask the bank for a correct report");
  }
}
