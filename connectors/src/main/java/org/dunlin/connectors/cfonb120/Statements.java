package org.dunlin.connectors.cfonb120;

import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.bank.Occurrences;
import org.dunlin.connectors.text.FixedLine;
import org.jspecify.annotations.Nullable;

/** The statements of a file, each from its old balance (01) to its new one (07). */
final class Statements {
  private final RecordSink sink;
  private final Occurrences names;
  private final Occurrences ids;
  private @Nullable StatementReader open;
  private int statements;

  Statements(RecordSink sink) {
    this.sink = sink;
    names = new Occurrences(sink.scratch());
    ids = new Occurrences(sink.scratch());
  }

  void take(FixedLine line) {
    switch (line.raw(1, 2)) {
      case "01" -> {
        if (open != null) {
          throw missing(line, "a new statement comes before the new balance (07) of the last one");
        }
        open = new StatementReader(line, names, sink);
      }
      case "04" -> statement(line).entry(line);
      case "05" -> statement(line).complement(line);
      case "07" -> close(line);
      default ->
          throw new Refusal(
              "UNKNOWN_RECORD",
              line.number(),
              "'"
                  + line.raw(1, 2).strip()
                  + "' begins no record of a statement, which are 01, 04, 05 and 07; ask the bank"
                  + " for the file again");
    }
  }

  /**
   * Ends the file.
   *
   * @param line the last one
   */
  void end(int line) {
    if (open != null) {
      throw new Refusal(
          "MISSING_RECORD",
          line,
          "the file ends before the new balance (07), so it is cut off; ask the bank for the"
              + " complete file");
    }
    if (statements == 0) {
      throw new Refusal(
          "NO_STATEMENT", 1, "the file holds no statement (01); ask the bank for it again");
    }
  }

  private StatementReader statement(FixedLine line) {
    StatementReader known = open;
    if (known == null) {
      throw missing(line, "the record comes before an old balance (01)");
    }
    return known;
  }

  private void close(FixedLine line) {
    String id = statement(line).end(line);
    if (ids.count(id) > 1) {
      throw new Refusal(
          "DUPLICATE_STATEMENT",
          line.number(),
          "statement " + id + " stands twice in the file; ask the bank for it again");
    }
    statements++;
    open = null;
  }

  private static Refusal missing(FixedLine line, String sentence) {
    return new Refusal(
        "MISSING_RECORD", line.number(), sentence + "; ask the bank for the complete file");
  }
}
