package org.dunlin.core.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Invoices as a table, for both forms. What was paid has a column only where something was; a
 * reference stands below its invoice only where it is another than the number.
 */
final class InvoiceTable {
  private static final String NOTHING = "–";

  private final List<ReminderLine> lines;
  private final Formats formats;
  private final Map<String, String> labels;
  private final boolean settled;

  InvoiceTable(List<ReminderLine> lines, Formats formats, Map<String, String> labels) {
    this.lines = lines;
    this.formats = formats;
    this.labels = labels;
    this.settled = lines.stream().anyMatch(line -> line.settled().isPositive());
  }

  /** The values of the table, with this label beside its sums. */
  Map<String, Object> words(String sumLabel) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("sumLabel", label(sumLabel));
    words.put("lines", lines.stream().map(this::line).toList());
    words.put("totals", totals().stream().map(total -> Map.of("amount", total)).toList());
    words.put("anySettled", settled);
    words.put("before", settled ? 5 : 4);
    words.put("plain", plain());
    return words;
  }

  private Map<String, Object> line(ReminderLine line) {
    Map<String, Object> cells = new LinkedHashMap<>();
    String number = OneLine.of(line.number());
    String reference = OneLine.of(line.reference());
    cells.put("number", number);
    cells.put("issued", formats.shortDate(line.issueDate()));
    cells.put("due", formats.shortDate(line.dueDate()));
    cells.put("total", formats.amount(line.total()));
    cells.put("settled", settled(line));
    cells.put("open", formats.amount(line.open()));
    cells.put("reference", reference.equals(number) ? false : reference);
    return cells;
  }

  private String settled(ReminderLine line) {
    return line.settled().isZero() ? NOTHING : formats.amount(line.settled());
  }

  private List<String> totals() {
    Map<CurrencyUnit, Money> totals = new TreeMap<>();
    for (ReminderLine line : lines) {
      totals.merge(line.open().getCurrencyUnit(), line.open(), Money::plus);
    }
    return totals.values().stream().map(formats::amount).toList();
  }

  private String plain() {
    List<String> keys = new ArrayList<>(List.of("number", "issued", "due", "total"));
    if (settled) {
      keys.add("settled");
    }
    keys.add("open");
    PlainTable table = new PlainTable(keys.stream().map(this::label).toList());
    for (ReminderLine line : lines) {
      Map<String, Object> cells = line(line);
      table.row(keys.stream().map(key -> String.valueOf(cells.get(key))).toList());
      if (cells.get("reference") instanceof String reference) {
        table.note(label("reference") + label("colon") + " " + reference);
      }
    }
    return table.toString();
  }

  private String label(String key) {
    return Objects.requireNonNull(labels.get(key));
  }
}
