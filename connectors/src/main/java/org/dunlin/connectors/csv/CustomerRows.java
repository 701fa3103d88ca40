package org.dunlin.connectors.csv;

import java.io.IOException;
import org.dunlin.connectors.LongIdentifiers;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Refusal;
import org.dunlin.core.model.Customer;

/** Reads a list of customers; a row that is wrong is a problem and the rest goes on. */
final class CustomerRows {
  private final Table table;
  private final String source;
  private final RecordSink sink;
  private final Parties parties;

  CustomerRows(Table table, String source, RecordSink sink) {
    this.table = table;
    this.source = source;
    this.sink = sink;
    this.parties = new Parties(table);
  }

  void read() throws IOException {
    for (Row row = table.next(); row != null; row = table.next()) {
      try {
        Customer customer = parties.ofRow(row);
        LongIdentifiers.in(customer, source).ifPresentOrElse(sink, () -> sink.accept(customer));
      } catch (Refusal refusal) {
        sink.accept(refusal.in(source));
      }
    }
  }
}
