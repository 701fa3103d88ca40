package org.dunlin.connectors.cfonb120;

import java.util.Locale;
import org.dunlin.connectors.FixedRecord;
import org.dunlin.connectors.ReadFile;

/** Builds a CFONB 120 file whose balances are right. */
final class CfonbFile {
  static final String IBAN = "FR7630006000011234567890189";
  private static final int CHARACTERS = 120;
  private static final String CREDITS = "{ABCDEFGHI";
  private static final String DEBITS = "}JKLMNOPQR";

  private final StringBuilder lines = new StringBuilder();
  private String account = "";
  private String operation = "  ";
  private long balance;

  /** A statement of 20 November 2026 with an old balance of 100.00. */
  static CfonbFile begun() {
    return new CfonbFile().begin("12345678901", 10_000);
  }

  CfonbFile begin(String number, long cents) {
    account = number;
    balance = cents;
    return add(record("01", "191126").put(91, amount(cents)));
  }

  CfonbFile entry(String code, long cents, String label) {
    balance += cents;
    operation = code;
    return add(
        record("04", "201126")
            .put(8, "0158")
            .put(33, code)
            .put(43, "211126")
            .put(49, label)
            .put(82, "0000123")
            .put(91, amount(cents))
            .put(105, "BANKREF"));
  }

  /** A movement that was rejected for this reason. */
  CfonbFile rejected(String code, String reason, long cents) {
    int begin = lines.length();
    entry(code, cents, "REJET");
    lines.replace(begin + 40, begin + 42, reason);
    return this;
  }

  CfonbFile complement(String qualifier, String content) {
    return add(record("05", "201126").put(33, operation).put(46, qualifier).put(49, content));
  }

  CfonbFile end() {
    return add(record("07", "201126").put(91, amount(balance)));
  }

  String text() {
    return lines.toString();
  }

  ReadFile read() {
    return ReadFile.of(text());
  }

  static String amount(long cents) {
    String digits = String.format(Locale.ROOT, "%014d", Math.abs(cents));
    int last = digits.charAt(13) - '0';
    return digits.substring(0, 13) + (cents < 0 ? DEBITS : CREDITS).charAt(last);
  }

  private FixedRecord record(String code, String date) {
    return new FixedRecord(CHARACTERS)
        .put(1, code + "30006")
        .put(12, "00001EUR2")
        .put(22, account)
        .put(35, date);
  }

  private CfonbFile add(FixedRecord record) {
    lines.append(record).append('\n');
    return this;
  }
}
