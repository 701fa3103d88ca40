package org.dunlin.connectors.datev;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Writes a Buchungsstapel: its header, the names of its columns and a line for each posting, in
 * Windows-1252 with CR LF. The same postings give the same bytes.
 */
public final class ExtfWriter {
  /** DATEV takes no more of a file. */
  public static final int POSTINGS_MAX = 99_999;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
  private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("ddMM");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
  private static final int NAME_CHARACTERS = 30;
  private static final BigDecimal TOO_MUCH = new BigDecimal("10000000000");

  private final OutputStream out;
  private final PostingBatch batch;
  private int postings;

  /** Begins a file. */
  public ExtfWriter(OutputStream out, PostingBatch batch) throws IOException {
    this.out = out;
    this.batch = batch;
    line(header());
    line(String.join(";", ExtfColumns.NAMES));
  }

  /**
   * Writes a posting.
   *
   * @throws IllegalArgumentException where DATEV takes no such posting
   */
  public void write(Posting posting) throws IOException {
    check(posting);
    String[] fields = ExtfColumns.empty();
    put(fields, ExtfColumns.AMOUNT, decimal(posting.amount()));
    put(fields, ExtfColumns.SIDE, ExtfText.quoted(posting.debit() ? "S" : "H"));
    put(fields, ExtfColumns.ACCOUNT, posting.account());
    put(fields, ExtfColumns.CONTRA_ACCOUNT, posting.contraAccount());
    put(fields, ExtfColumns.DATE, DAY_OF_YEAR.format(posting.date()));
    put(fields, ExtfColumns.DOCUMENT, ExtfText.document(posting.document()));
    Money discount = posting.discount();
    put(fields, ExtfColumns.DISCOUNT, discount == null ? "" : decimal(discount));
    put(fields, ExtfColumns.TEXT, ExtfText.text(posting.text()));
    line(String.join(";", fields));
    postings++;
  }

  /** How many postings were written. */
  public int postings() {
    return postings;
  }

  private void check(Posting posting) {
    require(postings < POSTINGS_MAX, "a file holds at most " + POSTINGS_MAX + " postings");
    require(isAmount(posting.amount()), posting.amount() + " is no amount of a posting");
    Money discount = posting.discount();
    require(discount == null || isAmount(discount), discount + " is no discount of a posting");
    require(batch.holds(posting.date()), posting.date() + " is not within the batch");
    require(isAccount(posting.account()), posting.account() + " is no account");
    require(isAccount(posting.contraAccount()), posting.contraAccount() + " is no account");
  }

  private boolean isAmount(Money amount) {
    return amount.isPositive()
        && amount.getCurrencyUnit().equals(batch.currency())
        && amount.getAmount().compareTo(TOO_MUCH) < 0;
  }

  private boolean isAccount(String account) {
    return account.matches("[1-9][0-9]{0," + batch.accountDigits() + "}");
  }

  private String header() {
    return String.join(
        ";",
        ExtfText.quoted("EXTF"),
        "700",
        "21",
        ExtfText.quoted("Buchungsstapel"),
        "9",
        MOMENT.format(batch.created()),
        "",
        ExtfText.quoted("DU"), // where it comes from: two characters
        ExtfText.quoted("Dunlin"),
        ExtfText.quoted(""),
        String.valueOf(batch.consultant()),
        String.valueOf(batch.client()),
        day(batch.fiscalYear()),
        String.valueOf(batch.accountDigits()),
        day(batch.from()),
        day(batch.to()),
        ExtfText.cut(batch.name(), NAME_CHARACTERS),
        ExtfText.quoted(""),
        "1", // financial accounting
        "0", // whatever the purpose
        "0", // not locked yet
        ExtfText.quoted(batch.currency().getCode()),
        "",
        ExtfText.quoted(""),
        "",
        "",
        ExtfText.quoted(""),
        "",
        "",
        ExtfText.quoted(""),
        ExtfText.quoted(""));
  }

  private void line(String line) throws IOException {
    out.write((line + "\r\n").getBytes(ExtfFile.CHARSET));
  }

  private static void put(String[] fields, int column, String value) {
    fields[column - 1] = value;
  }

  private static String decimal(Money amount) {
    return amount.getAmount().setScale(2).toPlainString().replace('.', ',');
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }

  private static void require(boolean fulfilled, @Nullable String sentence) {
    if (!fulfilled) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
