package org.dunlin.store.report;

import static org.dunlin.store.report.Column.Type.CUSTOMER;
import static org.dunlin.store.report.Column.Type.DAY;
import static org.dunlin.store.report.Column.Type.INVOICE;
import static org.dunlin.store.report.Column.Type.MONEY;
import static org.dunlin.store.report.Column.Type.NUMBER;
import static org.dunlin.store.report.Column.Type.TEXT;
import static org.dunlin.store.report.Column.Type.WORD;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The reports that there are. */
public enum Report {
  /** Who owes how much and since when, today; the largest first. */
  AGEING(
      false,
      new Column("customerNumber", TEXT),
      new Column("customerId", CUSTOMER),
      new Column("customer", TEXT),
      new Column("currency", TEXT),
      new Column("notDue", MONEY),
      new Column("upTo30", MONEY),
      new Column("upTo60", MONEY),
      new Column("upTo90", MONEY),
      new Column("over90", MONEY),
      new Column("open", MONEY),
      new Column("credit", MONEY)),
  /** What invoices are open today; those due longest first. */
  OPEN_ITEMS(
      false,
      new Column("invoiceId", INVOICE),
      new Column("number", TEXT),
      new Column("customerNumber", TEXT),
      new Column("customerId", CUSTOMER),
      new Column("customer", TEXT),
      new Column("issued", DAY),
      new Column("due", DAY),
      new Column("daysOverdue", NUMBER),
      new Column("currency", TEXT),
      new Column("total", MONEY),
      new Column("open", MONEY)),
  /** What came in. */
  PAYMENTS(
      true,
      new Column("booked", DAY),
      new Column("payer", TEXT),
      new Column("remittance", TEXT),
      new Column("paymentKind", WORD),
      new Column("currency", TEXT),
      new Column("amount", MONEY),
      new Column("applied", MONEY),
      new Column("returned", MONEY),
      new Column("unapplied", MONEY)),
  /** How the company stood day by day, and how quickly it was paid. */
  COLLECTION(
      true,
      new Column("day", DAY),
      new Column("currency", TEXT),
      new Column("open", MONEY),
      new Column("overdue", MONEY),
      new Column("overdueShare", NUMBER),
      new Column("dso", NUMBER),
      new Column("dsoAverage", NUMBER),
      new Column("dsoBest", NUMBER),
      new Column("effectiveness", NUMBER)),
  /** What customers promised to pay, and whether they did. */
  PROMISES(
      true,
      new Column("made", DAY),
      new Column("customerId", CUSTOMER),
      new Column("customer", TEXT),
      new Column("promisedFor", DAY),
      new Column("currency", TEXT),
      new Column("amount", MONEY),
      new Column("state", WORD),
      new Column("changed", DAY),
      new Column("by", TEXT)),
  /** What customers contested, why, and what came of it. */
  DISPUTES(
      true,
      new Column("made", DAY),
      new Column("customerId", CUSTOMER),
      new Column("customer", TEXT),
      new Column("disputeReason", WORD),
      new Column("currency", TEXT),
      new Column("amount", MONEY),
      new Column("deadline", DAY),
      new Column("owner", TEXT),
      new Column("state", WORD),
      new Column("changed", DAY)),
  /** Which reminders and other steps were taken, and what was paid of them within 14 days. */
  STEPS(
      true,
      new Column("day", DAY),
      new Column("customerId", CUSTOMER),
      new Column("customer", TEXT),
      new Column("plan", TEXT),
      new Column("step", TEXT),
      new Column("channel", WORD),
      new Column("items", NUMBER),
      new Column("currency", TEXT),
      new Column("asked", MONEY),
      new Column("paidWithin14Days", MONEY)),
  /** What was settled without money, and why. */
  ADJUSTMENTS(
      true,
      new Column("day", DAY),
      new Column("customerId", CUSTOMER),
      new Column("customer", TEXT),
      new Column("invoiceId", INVOICE),
      new Column("number", TEXT),
      new Column("reason", WORD),
      new Column("currency", TEXT),
      new Column("amount", MONEY),
      new Column("by", TEXT));

  private final boolean periodic;
  private final List<Column> columns;

  Report(boolean periodic, Column... columns) {
    this.periodic = periodic;
    this.columns = List.of(columns);
  }

  /** Whether it is of a period; else of what is kept today. */
  public boolean periodic() {
    return periodic;
  }

  /** What stands in it, in its order. */
  public List<Column> columns() {
    return columns;
  }

  /** What its rows may be narrowed to, beside period and currency. */
  public List<ReportFilter> filters() {
    return ReportQueries.of(this).filters().keySet().stream().sorted().toList();
  }

  /** As it stands in addresses, such as {@code open-items}. */
  public String path() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The report of this address. */
  public static Optional<Report> at(String path) {
    return Arrays.stream(values()).filter(report -> report.path().equals(path)).findFirst();
  }
}
