package org.dunlin.connectors.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.text.TextValues;
import org.dunlin.core.model.AccountId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The rows of a file that are of its table, and what stands before and behind it. */
final class Table {
  private static final Set<Label> ALL = EnumSet.allOf(Label.class);
  private static final Set<Label> BALANCES =
      EnumSet.of(Label.OPENING_BALANCE, Label.CLOSING_BALANCE);
  private static final Pattern CODE = Pattern.compile("\\b[A-Z]{3}\\b");

  private final Description description;
  private final Reader text;
  private final Rows rows;
  private final Map<Label, String> labels = new EnumMap<>(Label.class);
  private final Map<Label, Integer> labelLines = new EnumMap<>(Label.class);
  private final Layout layout;
  private @Nullable Row first;
  private String dayText = "";
  private @Nullable LocalDate day;
  private String accountText = "";
  private @Nullable AccountId account;
  private boolean ended;

  Table(Recognised recognised, InputStream stream) throws IOException {
    description = recognised.description();
    text = DecodedText.of(stream, description.encoding());
    rows = new Rows(text, recognised.delimiter(), description.quote());
    layout = description.width() > 0 ? Layout.numbered(description) : header();
    if (description.width() > 0) {
      first = rows.next();
    }
  }

  Description description() {
    return description;
  }

  /** The encoding of what came so far. */
  Charset encoding() {
    return DecodedText.encoding(text, description.encoding());
  }

  Layout layout() {
    return layout;
  }

  /** The next row of the table that counts; null once it has ended, when all labels are known. */
  @Nullable Row next() throws IOException {
    Row row = taken();
    while (row != null) {
      if (!ended && ends(row)) {
        ended = true;
      }
      if (ended) {
        note(row, ALL);
      } else if (!row.isBlank() && counts(row)) {
        return row;
      }
      row = rows.next();
    }
    return null;
  }

  private @Nullable Row taken() throws IOException {
    Row taken = first;
    first = null;
    return taken == null ? rows.next() : taken;
  }

  /** Among the entries a balance may stand; all else that looks like a label is a payer's text. */
  private boolean counts(Row row) {
    if (undated(row) && note(row, BALANCES)) {
      return false;
    }
    if (description.undated() == Undated.PASSED_OVER && undated(row)) {
      return false;
    }
    if (row.cells().size() < layout.needed()) {
      throw new Refusal(
          "MISSING_COLUMN",
          row.line(),
          "the row has "
              + row.cells().size()
              + " columns of the "
              + layout.needed()
              + " that are read, so the file is damaged or cut off; export it again");
    }
    return layout.keeps(row);
  }

  /**
   * Whether the row has no date where entries have one; a day that is wrong is one all the same.
   */
  boolean undated(Row row) {
    Target dated = description.dated();
    return dated != null && layout.text(row, dated).chars().noneMatch(Character::isDigit);
  }

  private boolean ends(Row row) {
    String cell = row.cell(0);
    return description.ends().stream().anyMatch(each -> each.isOf(cell))
        || description.undated() == Undated.ENDS && !row.isBlank() && undated(row);
  }

  private Layout header() throws IOException {
    for (int count = 0; count < FileHead.ROWS; count++) {
      Row row = rows.next();
      if (row == null) {
        break;
      }
      Optional<Layout> found = Layout.of(description, row);
      if (found.isPresent()) {
        return found.get();
      }
      note(row, ALL);
    }
    throw new Refusal("MISSING_HEADER", 1, "the file has no header with the columns described");
  }

  /** Keeps the values that stand beside labels; false where there are none. */
  private boolean note(Row row, Set<Label> wanted) {
    boolean any = false;
    for (Map.Entry<Label, List<ColumnName>> label : description.labels().entrySet()) {
      String value = wanted.contains(label.getKey()) ? value(row, label.getValue()) : null;
      if (value != null) {
        any = true;
        labelLines.putIfAbsent(label.getKey(), row.line());
        labels.putIfAbsent(label.getKey(), value);
      }
    }
    return any;
  }

  /** Behind the word in its own cell, else in the next one that is not blank. */
  private static @Nullable String value(Row row, List<ColumnName> words) {
    for (int i = 0; i < row.cells().size(); i++) {
      String cell = row.cells().get(i);
      for (ColumnName word : words) {
        if (word.isOf(cell)) {
          return behind(row, i + 1);
        }
        int colon = cell.indexOf(':');
        if (colon >= 0 && word.isOf(cell.substring(0, colon + 1))) {
          String value = Cells.value(cell.substring(colon + 1));
          return value.isEmpty() ? behind(row, i + 1) : value;
        }
      }
    }
    return null;
  }

  private static @Nullable String behind(Row row, int from) {
    return row.cells().stream()
        .skip(from)
        .map(Cells::value)
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse(null);
  }

  /** What stands beside a label; null where nothing does. */
  @Nullable String label(Label label) {
    return labels.get(label);
  }

  /** The code beside a label, which may stand before an amount; null where none stands there. */
  @Nullable String currencyLabel() {
    String text = labels.get(Label.CURRENCY);
    if (text == null) {
      return null;
    }
    Matcher code = CODE.matcher(text);
    return code.find() ? code.group() : null;
  }

  /** The line of a label that was found. */
  int line(Label label) {
    return labelLines.getOrDefault(label, 1);
  }

  /** The account that a text is; the same one stands in most rows. */
  @Nullable AccountId account(String text) {
    if (!text.equals(accountText)) {
      accountText = text;
      account = EntryRow.account(text);
    }
    return account;
  }

  /** The day beside a label; null where none stands there, or one of another style. */
  @Nullable LocalDate day(Label label) {
    String text = labels.get(label);
    return text == null ? null : description.dates().read(text).orElse(null);
  }

  /** A text on one line; null where there is none. */
  @Nullable String text(Row row, Target target) {
    return Cells.line(layout.text(row, target));
  }

  /** A day; null where the cell is empty. Most rows have the day of the one before. */
  @Nullable LocalDate day(Row row, Target target) {
    String text = text(row, target);
    if (text == null) {
      return null;
    }
    LocalDate known = day;
    if (known == null || !text.equals(dayText)) {
      known = description.dates().read(text).orElseThrow(() -> noDay(text, row.line()));
      dayText = text;
      day = known;
    }
    return known;
  }

  private Refusal noDay(String text, int line) {
    String patterns = String.join(" or ", description.dates().patterns());
    return new Refusal("WRONG_DATE", line, "'" + text + "' is not a day written " + patterns);
  }

  /** A number; null where the cell is empty. */
  NumberStyle.@Nullable Read number(Row row, Target target) {
    String text = text(row, target);
    return text == null ? null : number(text, row.line());
  }

  NumberStyle.Read number(String text, int line) {
    return description
        .numbers()
        .read(text)
        .orElseThrow(
            () ->
                new Refusal(
                    "WRONG_AMOUNT",
                    line,
                    "'"
                        + text
                        + "' is not an amount written as "
                        + description.numbers().example()));
  }

  /** Money of a number, whose own currency must be that one where it stands beside it. */
  Money money(NumberStyle.Read read, BigDecimal number, CurrencyUnit currency, int line) {
    read.currency()
        .filter(code -> !code.equals(currency.getCode()))
        .ifPresent(
            code -> {
              throw new Refusal(
                  "CURRENCY_MISMATCH",
                  line,
                  "an amount is in "
                      + code
                      + " but the row in "
                      + currency
                      + "; export the file"
                      + " again, or correct the description "
                      + description.name());
            });
    return TextValues.money(currency, number, line);
  }
}
