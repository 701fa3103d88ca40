package org.dunlin.connectors.ofx;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.bank.Occurrences;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.XmlCursor;
import org.jspecify.annotations.Nullable;

/** Reads the statements of bank accounts and credit cards in a file (chapter 11). */
final class MessageReader {
  static final String SIGN_ON = "SIGNONMSGSRSV1";
  static final Set<String> MESSAGES = Set.of("BANKMSGSRSV1", "CREDITCARDMSGSRSV1");
  static final Set<String> ANSWERS = Set.of("STMTTRNRS", "CCSTMTTRNRS");
  static final Set<String> STATEMENTS = Set.of("STMTRS", "CCSTMTRS");

  private static final int SHOWN_CHARACTERS = 200;

  private final XmlCursor cursor;
  private final RecordSink sink;
  private final Occurrences names;
  private final Occurrences ids;
  private @Nullable LocalDate made;
  private @Nullable String error;
  private int statements;

  MessageReader(XmlCursor cursor, RecordSink sink) {
    this.cursor = cursor;
    this.sink = sink;
    names = new Occurrences(sink.scratch());
    ids = new Occurrences(sink.scratch());
  }

  /** Reads all that the root holds. */
  void read() throws IOException {
    while (cursor.nextChild()) {
      String name = cursor.name();
      if (name.equals(SIGN_ON)) {
        signOn(cursor.element());
      } else if (MESSAGES.contains(name)) {
        messages();
      } else {
        cursor.skip();
      }
    }
  }

  /** Refuses a file without any statement, with the bank's reason where it gave one. */
  void end() {
    if (statements == 0) {
      throw new Refusal(
          "NO_STATEMENT",
          1,
          "the file holds no list of transactions (BANKTRANLIST)"
              + (error == null ? "" : "; the bank says: " + error)
              + "; ask the bank for it again");
    }
  }

  private void messages() throws IOException {
    while (cursor.nextChild()) {
      if (ANSWERS.contains(cursor.name())) {
        answer();
      } else {
        cursor.skip();
      }
    }
  }

  private void answer() throws IOException {
    while (cursor.nextChild()) {
      if (STATEMENTS.contains(cursor.name())) {
        statement();
      } else if (cursor.name().equals("STATUS")) {
        status(cursor.element());
      } else {
        cursor.skip();
      }
    }
  }

  private void statement() throws IOException {
    int line = cursor.line();
    String id = new StatementReader(cursor, made, names, sink).read();
    if (id == null) {
      return;
    }
    if (ids.count(id) > 1) {
      throw new Refusal(
          "DUPLICATE_STATEMENT",
          line,
          "statement " + id + " stands twice in the file; ask the bank for it again");
    }
    statements++;
  }

  private void signOn(Element signOn) {
    Element server = signOn.filled("SONRS", "DTSERVER");
    if (server != null) {
      made = Values.day(server);
    }
    Element status = signOn.find("SONRS", "STATUS");
    if (status != null) {
      status(status);
    }
  }

  private void status(Element status) {
    String code = status.text("CODE");
    String severity = status.text("SEVERITY");
    if (error == null && code != null && !"INFO".equals(severity) && !code.equals("0")) {
      String message = status.text("MESSAGE");
      String said = message == null ? code : code + " " + message;
      error = said.substring(0, Math.min(said.length(), SHOWN_CHARACTERS));
    }
  }
}
