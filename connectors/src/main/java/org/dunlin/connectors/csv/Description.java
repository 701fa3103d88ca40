package org.dunlin.connectors.csv;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.PaymentKind;
import org.jspecify.annotations.Nullable;

/**
 * How the CSV files of one bank or program are to be read.
 *
 * @param name of its file, without the ending
 * @param title what people call it
 * @param delimiters that may stand between columns; the first with which the header is there
 * @param quote around texts; absent where there are none
 * @param encoding absent where the content decides
 * @param width how many columns a file without header has; 0 where there is a header
 * @param columns where each value comes from
 * @param constants of values for which the file has no column
 * @param labels words beside which a value stands before or behind the table
 * @param ends beginnings of the first cell with which the table ends
 * @param together whether rows of one number are lines of one invoice
 */
record Description(
    String name,
    String title,
    Kind kind,
    List<Character> delimiters,
    @Nullable Character quote,
    @Nullable Charset encoding,
    int width,
    Map<Target, ColumnSource> columns,
    Map<Target, String> constants,
    Map<Label, List<ColumnName>> labels,
    DateStyle dates,
    NumberStyle numbers,
    Signs signs,
    Words<PaymentKind> kinds,
    Words<InvoiceStatus> statuses,
    Words<InvoiceKind> types,
    List<Filter> filters,
    Undated undated,
    List<ColumnName> ends,
    Balances balances,
    boolean together) {
  Description {
    delimiters = List.copyOf(delimiters);
    columns = Map.copyOf(columns);
    constants = Map.copyOf(constants);
    labels = Map.copyOf(labels);
    filters = List.copyOf(filters);
    ends = List.copyOf(ends);
  }

  boolean has(Target target) {
    return columns.containsKey(target) || constants.containsKey(target);
  }

  /** The column by whose date a row is known to be one of the table; absent for customers. */
  @Nullable Target dated() {
    return switch (kind) {
      case STATEMENT -> Target.BOOKING_DATE;
      case INVOICES -> Target.ISSUE_DATE;
      case CUSTOMERS -> null;
    };
  }

  /** What a column must be there for, since nothing else can stand in for it. */
  Set<Target> targets() {
    return columns.keySet();
  }
}
