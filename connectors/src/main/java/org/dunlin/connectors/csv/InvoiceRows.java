package org.dunlin.connectors.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dunlin.connectors.LongIdentifiers;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.bank.Occurrences;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;

/**
 * Reads a list of invoices, each before it its customer; one that is wrong is a problem and the
 * rest goes on. Lines of one invoice stand together and have its number.
 */
final class InvoiceRows {
  private static final int MOST_LINES = 10_000;

  private final Table table;
  private final String source;
  private final RecordSink sink;
  private final InvoiceOf invoices;
  private final Parties parties;
  private final Occurrences numbers;
  private final List<Row> lines = new ArrayList<>();

  InvoiceRows(Table table, String source, RecordSink sink) {
    this.table = table;
    this.source = source;
    this.sink = sink;
    this.numbers = new Occurrences(sink.scratch());
    this.invoices = new InvoiceOf(table);
    this.parties = new Parties(table);
  }

  void read() throws IOException {
    for (Row row = table.next(); row != null; row = table.next()) {
      if (!lines.isEmpty() && !(table.description().together() && goesOn(row))) {
        flush();
      }
      lines.add(row);
      if (lines.size() > MOST_LINES) {
        throw new Refusal(
            "TOO_MANY_LINES",
            row.line(),
            "an invoice has more than "
                + MOST_LINES
                + " lines, so the number is another column;"
                + " correct the description "
                + table.description().name());
      }
    }
    flush();
  }

  /** A line without a number is of the invoice before. */
  private boolean goesOn(Row row) {
    String number = table.text(row, Target.NUMBER);
    return number == null
        || number.equals(
            Objects.requireNonNullElse(table.text(lines.getFirst(), Target.NUMBER), ""));
  }

  private void flush() {
    if (lines.isEmpty()) {
      return;
    }
    Row first = lines.getFirst();
    try {
      String number = table.text(first, Target.NUMBER);
      if (number != null && numbers.count(number) > 1) {
        throw new Refusal(
            "NUMBER_TWICE",
            first.line(),
            "number "
                + number
                + " came before in this file with other rows between; sort the list"
                + " by number, or correct the numbers");
      }
      Customer customer = parties.ofInvoice(first);
      Invoice invoice = invoices.of(List.copyOf(lines), customer);
      if (fits(customer) && fits(invoice)) {
        sink.accept(customer);
        sink.accept(invoice);
      }
    } catch (Refusal refusal) {
      sink.accept(refusal.in(source));
    } finally {
      lines.clear();
    }
  }

  private boolean fits(CanonicalRecord record) {
    return LongIdentifiers.in(record, source)
        .map(
            problem -> {
              sink.accept(problem);
              return false;
            })
        .orElse(true);
  }
}
