package org.dunlin.connectors.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Predicate;
import org.dunlin.connectors.LongIdentifiers;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.AccountId;

/**
 * Makes records of a file by the description that fits it. Of a bank's file every refusal is of the
 * file as a whole; of invoices and customers one that is wrong is a problem of its own.
 */
final class CsvTranslator implements Translator {
  private final Recognised recognised;

  CsvTranslator(Recognised recognised) {
    this.recognised = recognised;
  }

  @Override
  public void translate(InputStream stream, String source, RecordSink sink) throws IOException {
    try {
      Table table = new Table(recognised, stream);
      switch (recognised.description().kind()) {
        case STATEMENT -> {
          if (table.layout().has(Target.ID)) {
            sink.namedByBank();
          }
          new StatementRows(table, LongIdentifiers.refused(sink, source)).read();
        }
        case INVOICES -> new InvoiceRows(table, source, sink).read();
        case CUSTOMERS -> new CustomerRows(table, source, sink).read();
      }
      sink.encoding(table.encoding());
    } catch (Refusal refusal) {
      throw new Untranslatable(refusal.in(source));
    }
  }

  @Override
  public void statementsOf(
      Predicate<AccountId> wanted, InputStream stream, String source, OutputStream out)
      throws IOException {
    if (recognised.description().kind() != Kind.STATEMENT) {
      throw new UnsupportedOperationException(source + " holds no statements");
    }
    try {
      new StatementExtract(recognised, wanted).copy(stream, out);
    } catch (Refusal refusal) {
      throw new Untranslatable(refusal.in(source));
    }
  }
}
