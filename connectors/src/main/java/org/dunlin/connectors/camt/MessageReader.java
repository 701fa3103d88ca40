package org.dunlin.connectors.camt;

import org.dunlin.connectors.bank.Occurrences;
import java.io.IOException;
import java.util.function.Consumer;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.core.model.CanonicalRecord;
import org.jspecify.annotations.Nullable;

/** Reads the messages (BkToCstmrStmt) of a file, of which there is nearly always one. */
final class MessageReader {
  private final XmlCursor cursor;
  private final Consumer<CanonicalRecord> sink;
  private final Occurrences keys = new Occurrences();
  private final Occurrences ids = new Occurrences();
  private int statements;

  MessageReader(XmlCursor cursor, Consumer<CanonicalRecord> sink) {
    this.cursor = cursor;
    this.sink = sink;
  }

  /** Reads the message on which the cursor stands. */
  void read() throws IOException {
    Element page = null;
    while (cursor.nextChild()) {
      if (cursor.name().equals("Stmt")) {
        statement(page);
      } else if (cursor.name().equals("GrpHdr")) {
        page = cursor.element().child("MsgPgntn");
      } else {
        cursor.skip();
      }
    }
  }

  /** How many statements the messages held. */
  int statements() {
    return statements;
  }

  private void statement(@Nullable Element page) throws IOException {
    int line = cursor.line();
    String id = new StatementReader(cursor, keys, page, sink).read();
    if (ids.count(id) > 1) {
      throw new Refusal(
          "DUPLICATE_STATEMENT", line, "statement " + id + " stands twice in the file");
    }
    statements++;
  }
}
