package org.dunlin.connectors.bai2;

import java.math.BigInteger;
import org.dunlin.connectors.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Counts records and adds up amounts of an account, a group or the file, and holds them against
 * what its trailer says (49, 98, 99). All amounts count as they stand, balances and sums included.
 */
final class Totals {
  private BigInteger sum = BigInteger.ZERO;
  private int parts;
  private int records;

  void add(@Nullable BigInteger amount) {
    sum = amount == null ? sum : sum.add(amount);
  }

  void count(LogicalRecord record) {
    records += record.count();
  }

  /** Counts a record that is written anew. */
  void countOne() {
    records++;
  }

  /** Adds an account to its group, or a group to its file. */
  void add(Totals part) {
    sum = sum.add(part.sum);
    records += part.records;
    parts++;
  }

  /** Of an account, whose trailer says its total and its records. */
  void checkAccount(LogicalRecord trailer) {
    check(trailer, false);
  }

  /** Of a group or the file, whose trailer also says how many parts it has. */
  void checkParts(LogicalRecord trailer) {
    check(trailer, true);
  }

  /** A trailer that says this. */
  String trailer(String code) {
    return code + "," + sum + "," + parts + "," + (records + 1) + "/\n";
  }

  private void check(LogicalRecord trailer, boolean ofParts) {
    count(trailer);
    Fields fields = trailer.fields();
    BigInteger total = fields.amount();
    Integer saidParts = ofParts ? fields.count() : null;
    Integer saidRecords = fields.count();
    if (total != null && !total.equals(sum)) {
      throw differs(trailer, "a total of " + total, sum.toString());
    }
    if (saidParts != null && saidParts != parts) {
      throw differs(trailer, saidParts + " parts", String.valueOf(parts));
    }
    if (saidRecords != null && saidRecords != records) {
      throw differs(trailer, saidRecords + " records", String.valueOf(records));
    }
  }

  private static Refusal differs(LogicalRecord trailer, String said, String found) {
    return new Refusal(
        "CONTROL_TOTAL_DIFFERS",
        trailer.line(),
        "the trailer "
            + trailer.code()
            + " says "
            + said
            + ", but what is there gives "
            + found
            + "; ask the bank for the complete file");
  }
}
