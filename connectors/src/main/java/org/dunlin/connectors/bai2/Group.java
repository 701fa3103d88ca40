package org.dunlin.connectors.bai2;

import java.time.LocalDate;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.text.TextValues;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A group header (02): accounts of one bank on one day.
 *
 * @param day as of which it reports
 * @param interim whether what it says is not final
 */
record Group(LocalDate day, CurrencyUnit currency, boolean interim) {
  /** The currency where neither group nor account says one. */
  private static final CurrencyUnit DEFAULT = CurrencyUnit.USD;

  static Group of(LogicalRecord header) {
    Fields fields = header.fields();
    fields.next(); // who receives it
    fields.next(); // who made it
    known(fields.next(), header.line());
    String day = fields.next();
    fields.next(); // time
    CurrencyUnit currency = currency(fields.given(), DEFAULT, header.line());
    String modifier = fields.next();
    return new Group(
        TextValues.yymmdd(day, header.line()),
        currency,
        modifier.equals("1") || modifier.equals("3"));
  }

  static CurrencyUnit currency(@Nullable String code, CurrencyUnit otherwise, int line) {
    return code == null ? otherwise : TextValues.currency(code, line);
  }

  /** An update (1) or a correction (3). */
  private static void known(String status, int line) {
    if (status.equals("2") || status.equals("4")) {
      throw new Refusal(
          "NOT_A_REPORT",
          line,
          (status.equals("2")
                  ? "the group withdraws an earlier report"
                  : "the group is a test only")
              + ", and nothing of it may enter the ledger; leave this file out");
    }
    if (!status.equals("1") && !status.equals("3")) {
      throw new Refusal(
          "WRONG_CODE",
          line,
          "'"
              + status
              + "' is not the status of a group (1 update, 3 correction); ask the bank for"
              + " a correct file");
    }
  }
}
