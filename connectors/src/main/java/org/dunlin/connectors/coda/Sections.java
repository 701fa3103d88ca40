package org.dunlin.connectors.coda;

import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.bank.Occurrences;
import org.dunlin.connectors.text.FixedLine;
import org.jspecify.annotations.Nullable;

/**
 * The sections of a file, each from its header (record 0) to its trailer (record 9) and with one
 * statement of one account, or none. A file holds one or several.
 */
final class Sections {
  private static final char VERSION = '2';

  private final RecordSink sink;
  private final Occurrences names;
  private final Occurrences ids;
  private @Nullable FixedLine header;
  private @Nullable StatementReader statement;
  private int statements;

  Sections(RecordSink sink) {
    this.sink = sink;
    names = new Occurrences(sink.scratch());
    ids = new Occurrences(sink.scratch());
  }

  void take(FixedLine line) {
    switch (line.at(1)) {
      case '0' -> begin(line);
      case '1' -> open(line);
      case '2', '3', '8' -> statement(line).take(line);
      case '4' -> begun(line); // words of the bank to all its customers
      case '9' -> close(line);
      default ->
          throw new Refusal(
              "UNKNOWN_RECORD",
              line.number(),
              "'"
                  + line.at(1)
                  + "' begins no record of CODA, which are 0 to 4, 8 and 9; ask the bank for the"
                  + " file again");
    }
  }

  /**
   * Ends the file.
   *
   * @param line the last one
   */
  void end(int line) {
    if (header != null) {
      throw missing(line, "the file ends before its trailer (record 9), so it is cut off");
    }
    if (statements == 0) {
      throw new Refusal(
          "NO_STATEMENT", 1, "the file holds no statement (record 1); ask the bank for it again");
    }
  }

  private void begin(FixedLine line) {
    if (header != null) {
      throw missing(
          line.number(), "a new header comes before the trailer (record 9) of the one before");
    }
    if (line.at(Records.CHARACTERS) != VERSION) {
      throw new Refusal(
          "UNSUPPORTED_VERSION",
          line.number(),
          "the file is of version "
              + line.at(Records.CHARACTERS)
              + " of CODA, and version 2 can be read: ask the bank for it");
    }
    header = line;
  }

  private FixedLine begun(FixedLine line) {
    FixedLine known = header;
    if (known == null) {
      throw missing(line.number(), "the record comes before any header (record 0)");
    }
    return known;
  }

  private void open(FixedLine line) {
    if (statement != null) {
      throw missing(
          line.number(), "a second old balance comes before the trailer (record 9) of the first");
    }
    statement = new StatementReader(begun(line), line, names, sink);
  }

  private StatementReader statement(FixedLine line) {
    StatementReader known = statement;
    if (known == null) {
      throw missing(line.number(), "the record comes before the old balance (record 1)");
    }
    return known;
  }

  private void close(FixedLine line) {
    begun(line);
    StatementReader open = statement;
    if (open != null) {
      String id = open.end(line);
      if (ids.count(id) > 1) {
        throw new Refusal(
            "DUPLICATE_STATEMENT",
            line.number(),
            "statement " + id + " stands twice in the file; ask the bank for it again");
      }
      statements++;
    }
    header = null;
    statement = null;
  }

  private static Refusal missing(int line, String sentence) {
    return new Refusal("MISSING_RECORD", line, sentence + "; ask the bank for the complete file");
  }
}
