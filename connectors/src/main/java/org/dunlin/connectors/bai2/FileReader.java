package org.dunlin.connectors.bai2;

import java.io.IOException;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.bank.Occurrences;
import org.jspecify.annotations.Nullable;

/** Reads a file: header (01), groups (02 to 98) of accounts (03 to 49), trailer (99). */
final class FileReader {
  private static final String VERSION = "2";

  private final RecordReader records;
  private final RecordSink sink;
  private final Occurrences occurrences;
  private final Totals file = new Totals();
  private Totals ofGroup = new Totals();
  private @Nullable Group group;
  private @Nullable AccountReader account;
  private boolean ended;

  FileReader(RecordReader records, RecordSink sink) {
    this.records = records;
    this.sink = sink;
    occurrences = new Occurrences(sink.scratch());
  }

  void read() throws IOException {
    LogicalRecord record = records.next();
    if (record == null || !record.code().equals("01")) {
      throw RecordReader.wrongOrder(1, "the file does not begin with a header (01)");
    }
    header(record);
    int line = record.line();
    for (record = records.next(); record != null; record = records.next()) {
      if (ended) {
        throw RecordReader.wrongOrder(record.line(), "a record follows the end of the file (99)");
      }
      take(record);
      line = record.line();
    }
    if (!ended) {
      throw new Refusal(
          "MISSING_RECORD",
          line,
          "the file has no trailer (99), so it is cut off; ask the bank for the complete file");
    }
  }

  private void header(LogicalRecord record) {
    Fields fields = record.fields();
    for (int i = 0; i < 7; i++) {
      fields.next();
    }
    String version = fields.next();
    if (!version.equals(VERSION)) {
      throw new Refusal(
          "UNSUPPORTED_VERSION",
          record.line(),
          "the file is of version '" + version + "'; version 2 can be read: ask the bank for it");
    }
    file.count(record);
  }

  private void take(LogicalRecord record) {
    Group open = group;
    AccountReader reading = account;
    switch (record.code()) {
      case "02" -> {
        expect(open == null, record);
        group = Group.of(record);
        ofGroup = new Totals();
        ofGroup.count(record);
      }
      case "03" -> {
        if (open == null || reading != null) {
          throw misplaced(record);
        }
        account = new AccountReader(open, record, occurrences, sink);
      }
      case "16" -> {
        if (reading == null) {
          throw misplaced(record);
        }
        reading.entry(record);
      }
      case "49" -> {
        if (reading == null) {
          throw misplaced(record);
        }
        ofGroup.add(reading.end(record));
        account = null;
      }
      case "98" -> {
        expect(open != null && reading == null, record);
        ofGroup.checkParts(record);
        file.add(ofGroup);
        group = null;
      }
      case "99" -> {
        expect(open == null, record);
        file.checkParts(record);
        ended = true;
      }
      default -> throw misplaced(record);
    }
  }

  private static void expect(boolean right, LogicalRecord record) {
    if (!right) {
      throw misplaced(record);
    }
  }

  private static Refusal misplaced(LogicalRecord record) {
    return RecordReader.wrongOrder(
        record.line(), "the record " + record.code() + " cannot stand here");
  }
}
