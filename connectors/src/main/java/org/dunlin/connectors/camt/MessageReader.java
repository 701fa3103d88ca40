package org.dunlin.connectors.camt;

import java.io.IOException;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.bank.Occurrences;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.core.model.AdvisedEntry;
import org.jspecify.annotations.Nullable;

/** Reads the messages of a file, of which there is nearly always one. */
final class MessageReader {
  private final XmlCursor cursor;
  private final RecordSink sink;
  private final Occurrences keys;
  private final Occurrences ids;
  private int accounts;

  MessageReader(XmlCursor cursor, RecordSink sink) {
    this.cursor = cursor;
    this.sink = sink;
    keys = new Occurrences(sink.scratch());
    ids = new Occurrences(sink.scratch());
  }

  /** Reads the message on which the cursor stands. */
  void read(Message message) throws IOException {
    Element header = null;
    while (cursor.nextChild()) {
      if (cursor.name().equals(message.part())) {
        account(message, header);
        accounts++;
      } else if (cursor.name().equals("GrpHdr")) {
        header = cursor.element();
      } else {
        cursor.skip();
      }
    }
  }

  /** Of how many accounts, or of one how often, the messages told. */
  int accounts() {
    return accounts;
  }

  private void account(Message message, @Nullable Element header) throws IOException {
    AdvisedEntry.Kind kind = message.advises();
    if (kind == null) {
      sink.advised(null);
      statement(header == null ? null : header.child("MsgPgntn"));
    } else {
      String id = header == null ? null : header.text("MsgId");
      new AdviceReader(cursor, kind, keys, id, sink).read();
    }
  }

  private void statement(@Nullable Element page) throws IOException {
    int line = cursor.line();
    String id = new StatementReader(cursor, keys, page, sink).read();
    if (ids.count(id) > 1) {
      throw new Refusal(
          "DUPLICATE_STATEMENT", line, "statement " + id + " stands twice in the file");
    }
  }
}
