package org.dunlin.connectors.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.text.TextValues;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.PrecedingInvoice;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Makes an invoice or credit note of its rows. */
final class InvoiceOf {
  private final Table table;

  InvoiceOf(Table table) {
    this.table = table;
  }

  Invoice of(List<Row> rows, Customer customer) {
    Row row = rows.getFirst();
    String number = table.text(row, Target.NUMBER);
    LocalDate issueDate = table.day(row, Target.ISSUE_DATE);
    if (number == null || issueDate == null) {
      throw missing(row, number == null ? "a number" : "a date of issue");
    }
    Money total = total(rows);
    InvoiceStatus status = status(row);
    Money outstanding = outstanding(row, total, status);
    boolean paid = outstanding.isZero() && status != InvoiceStatus.VOID;
    String preceding = table.text(row, Target.PRECEDING_INVOICE);
    return new Invoice(
        number,
        number,
        kind(row, total),
        customer.id(),
        issueDate,
        table.day(row, Target.DUE_DATE),
        null,
        total.abs(),
        outstanding,
        paid ? InvoiceStatus.PAID : status,
        table.text(row, Target.PAYMENT_REFERENCE),
        table.text(row, Target.ORDER_REFERENCE),
        null,
        List.of(),
        preceding == null ? List.of() : List.of(new PrecedingInvoice(preceding, null)),
        List.of(),
        null);
  }

  private Money total(List<Row> rows) {
    Row first = rows.getFirst();
    Target target = table.description().together() ? Target.LINE_TOTAL : Target.TOTAL;
    NumberStyle.Read said = needed(first, target);
    CurrencyUnit currency = currency(first, said);
    BigDecimal sum = BigDecimal.ZERO;
    for (Row row : rows) {
      NumberStyle.Read line = needed(row, target);
      if (!currency(row, line).equals(currency)) {
        throw new Refusal(
            "CURRENCY_MISMATCH", row.line(), "the lines of the invoice are in several currencies");
      }
      sum = sum.add(line.number());
    }
    return table.money(said, sum, currency, first.line());
  }

  private NumberStyle.Read needed(Row row, Target target) {
    NumberStyle.Read read = table.number(row, target);
    if (read == null) {
      throw missing(row, "an amount");
    }
    return read;
  }

  private CurrencyUnit currency(Row row, NumberStyle.Read said) {
    String code = table.text(row, Target.CURRENCY);
    code = code == null ? table.layout().currency().orElse(null) : code;
    code = code == null ? table.description().constants().get(Target.CURRENCY) : code;
    code = code == null ? said.currency().orElse(null) : code;
    if (code == null) {
      throw new Refusal(
          "MISSING_VALUE",
          row.line(),
          "the row has no currency; write a description of your own that says extends: "
              + table.description().name()
              + " and constants: {currency: EUR}");
    }
    return TextValues.currency(code.toUpperCase(Locale.ROOT), row.line());
  }

  /** Where the file knows of payments it says so; else all of it is owed. */
  private Money outstanding(Row row, Money total, InvoiceStatus status) {
    Money owed = total.abs();
    NumberStyle.Read open = table.number(row, Target.OUTSTANDING);
    NumberStyle.Read paid = table.number(row, Target.PAID);
    if (open != null) {
      owed = table.money(open, open.number().abs(), total.getCurrencyUnit(), row.line());
    } else if (paid != null) {
      BigDecimal left = owed.getAmount().subtract(paid.number().abs());
      owed = table.money(paid, left.max(BigDecimal.ZERO), total.getCurrencyUnit(), row.line());
    } else if (status == InvoiceStatus.PAID) {
      owed = Money.zero(total.getCurrencyUnit());
    }
    if (owed.isGreaterThan(total.abs())) {
      throw new Refusal(
          "TOTALS_DO_NOT_TIE",
          row.line(),
          "more is open than the total; correct the columns total and outstanding");
    }
    if (status == InvoiceStatus.PAID && !owed.isZero()) {
      throw new Refusal(
          "STATUS_CONTRADICTED", row.line(), "the row says paid, and that an amount is open");
    }
    return owed;
  }

  private InvoiceStatus status(Row row) {
    String word = table.text(row, Target.STATUS);
    if (word == null) {
      return InvoiceStatus.OPEN;
    }
    return table
        .description()
        .statuses()
        .of(word)
        .orElseThrow(() -> unknown(row, word, "statuses"));
  }

  /** A negative total is the other kind with a positive one, as everywhere. */
  private InvoiceKind kind(Row row, Money total) {
    String word = table.text(row, Target.TYPE);
    InvoiceKind said = null;
    if (word != null) {
      said = table.description().types().of(word).orElseThrow(() -> unknown(row, word, "types"));
    }
    if (said == InvoiceKind.CREDIT_NOTE) {
      return said; // programs write its total with a sign or without
    }
    return total.isNegative() ? InvoiceKind.CREDIT_NOTE : InvoiceKind.INVOICE;
  }

  private Refusal unknown(Row row, @Nullable String word, String list) {
    return new Refusal(
        "UNKNOWN_WORD",
        row.line(),
        "'"
            + word
            + "' is none of the "
            + list
            + " that the description "
            + table.description().name()
            + " names; add it there, or leave such rows out by without");
  }

  private static Refusal missing(Row row, String what) {
    return new Refusal(
        "MISSING_VALUE", row.line(), "the row has not " + what + "; have the program fill it");
  }
}
