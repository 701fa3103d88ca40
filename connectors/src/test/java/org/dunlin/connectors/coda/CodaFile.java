package org.dunlin.connectors.coda;

import java.util.Locale;
import org.dunlin.connectors.FixedRecord;
import org.dunlin.connectors.ReadFile;

/** Builds a CODA file with one or several statements, whose balances and totals are right. */
final class CodaFile {
  static final String ACCOUNT = "BE68539007547034";
  private static final int CHARACTERS = 128;

  private final StringBuilder lines = new StringBuilder();
  private long balance;
  private long debit;
  private long credit;
  private int records;
  private String account = "";

  /** A statement of the usual account, over 20 November 2026, with an old balance of 100.00. */
  static CodaFile begun() {
    return new CodaFile().begin('2', ACCOUNT + " ".repeat(18) + "EUR", 100_000);
  }

  CodaFile begin(char structure, String accountAndCurrency, long milli) {
    return header("00000", '2').old(structure, accountAndCurrency, milli);
  }

  CodaFile header(String application, char version) {
    return add(
        record("00000" + "201126" + "123" + "05")
            .put(25, "REF-1")
            .put(35, "DUCK AND SONS")
            .put(61, "GKCCBEBB")
            .put(84, application)
            .put(128, String.valueOf(version)));
  }

  CodaFile old(char structure, String accountAndCurrency, long milli) {
    balance = milli;
    account = accountAndCurrency;
    records = 1;
    debit = 0;
    credit = 0;
    return add(
        record("1" + structure + "017")
            .put(6, accountAndCurrency)
            .put(43, signed(milli))
            .put(59, "191126")
            .put(65, "DUCK AND SONS")
            .put(126, "017"));
  }

  /** A movement that is an entry; the amount has three decimals. */
  CodaFile entry(int sequence, long milli, String code, String communication) {
    balance += milli;
    if (milli < 0) {
      debit -= milli;
    } else {
      credit += milli;
    }
    return movement(sequence, 0, milli, code, communication);
  }

  /** A movement that is a detail of the entry with its sequence number. */
  CodaFile detail(int sequence, int number, long milli, String code, String communication) {
    return movement(sequence, number, milli, code, communication);
  }

  /** A record 2.2. */
  CodaFile second(int sequence, int number, String communication, String reference, String rest) {
    records++;
    return add(
        record("22" + number(sequence) + number(number))
            .put(11, communication)
            .put(64, reference)
            .put(99, rest)
            .put(126, "0 0"));
  }

  /** A record 2.3. */
  CodaFile third(int sequence, int number, String other, String name, String communication) {
    records++;
    return add(
        record("23" + number(sequence) + number(number))
            .put(11, other)
            .put(48, name)
            .put(83, communication)
            .put(126, "0 0"));
  }

  /** A record 3.1, 3.2 or 3.3. */
  CodaFile information(int kind, int sequence, int number, String content) {
    records++;
    int position = kind == 1 ? 40 : 11;
    return add(
        record("3" + kind + number(sequence) + number(number))
            .put(position, content)
            .put(126, "0 0"));
  }

  CodaFile words(String text) {
    return add(record("4 00010001").put(33, text).put(128, "0"));
  }

  CodaFile end() {
    records++;
    add(record("8017").put(5, account).put(42, signed(balance)).put(58, "201126").put(128, "0"));
    return add(
        record("9")
            .put(17, String.format(Locale.ROOT, "%06d", records))
            .put(23, amount(debit))
            .put(38, amount(credit))
            .put(128, "2"));
  }

  String text() {
    return lines.toString();
  }

  ReadFile read() {
    return ReadFile.of(text());
  }

  private CodaFile movement(
      int sequence, int number, long milli, String code, String communication) {
    records++;
    return add(
        record("21" + number(sequence) + number(number))
            .put(11, "BANKREF" + number(sequence) + number(number))
            .put(32, signed(milli))
            .put(48, "201126")
            .put(54, code)
            .put(62, communication)
            .put(116, "201126017")
            .put(125, "0")
            .put(126, "0 0"));
  }

  private CodaFile add(FixedRecord record) {
    lines.append(record).append("\r\n");
    return this;
  }

  private static FixedRecord record(String begin) {
    return new FixedRecord(CHARACTERS).put(1, begin);
  }

  private static String number(int number) {
    return String.format(Locale.ROOT, "%04d", number);
  }

  private static String signed(long milli) {
    return (milli < 0 ? "1" : "0") + amount(Math.abs(milli));
  }

  private static String amount(long milli) {
    return String.format(Locale.ROOT, "%015d", milli);
  }
}
