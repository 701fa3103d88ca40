package org.dunlin.connectors.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.bank.Ibans;
import org.dunlin.connectors.text.TextValues;
import org.dunlin.core.model.AccountId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one row of a bank's file says of its entry, before anything is made of it.
 *
 * @param gained what the account gained, fees not taken off; negative where money left
 * @param fee what it gained by the fee, which is negative as a rule; absent where there is none
 * @param balance of the account with this entry; absent where the row has none
 */
record EntryRow(
    Row row,
    AccountId account,
    LocalDate bookingDate,
    Money gained,
    @Nullable Money fee,
    @Nullable Money balance) {
  private static final Pattern NOT_OF_A_NUMBER = Pattern.compile("[\\s.]");

  /** What the balance changes by. */
  Money change() {
    return fee == null ? gained : gained.plus(fee);
  }

  static EntryRow of(Table table, Row row) {
    LocalDate bookingDate = table.day(row, Target.BOOKING_DATE);
    if (bookingDate == null) {
      throw missing(row, "a booking date", "undated: skip passes over rows without one");
    }
    NumberStyle.Read said = said(table, row);
    CurrencyUnit currency = currency(table, row, said);
    Money gained = table.money(said, gained(table, row), currency, row.line());
    Signs signs = table.description().signs();
    NumberStyle.Read fee = table.number(row, Target.FEE);
    NumberStyle.Read balance = table.number(row, Target.BALANCE);
    return new EntryRow(
        row,
        account(table, row),
        bookingDate,
        gained,
        fee == null || fee.number().signum() == 0
            ? null
            : table.money(fee, signs.gainedByFee(fee.number()), currency, row.line()),
        balance == null ? null : table.money(balance, balance.number(), currency, row.line()));
  }

  /** The number that there must be, for the currency beside it. */
  private static NumberStyle.Read said(Table table, Row row) {
    for (Target target : new Target[] {Target.AMOUNT, Target.CREDIT, Target.DEBIT}) {
      NumberStyle.Read read = table.number(row, target);
      if (read != null) {
        return read;
      }
    }
    throw missing(row, "an amount", "only and without say which rows count");
  }

  private static BigDecimal gained(Table table, Row row) {
    Signs signs = table.description().signs();
    NumberStyle.Read amount = table.number(row, Target.AMOUNT);
    if (amount == null) {
      return gainedByTwo(table, row, signs);
    }
    if (!table.layout().has(Target.MARK)) {
      return signs.gained(amount.number());
    }
    String mark = Objects.requireNonNullElse(table.text(row, Target.MARK), "");
    boolean in =
        signs
            .in(mark)
            .orElseThrow(
                () ->
                    new Refusal(
                        "WRONG_MARK",
                        row.line(),
                        "'"
                            + mark
                            + "' is none of the marks for debit and credit that the"
                            + " description "
                            + table.description().name()
                            + " names"));
    BigDecimal number = amount.number();
    if (in && number.signum() < 0) {
      throw new Refusal(
          "SIGN_CONTRADICTED",
          row.line(),
          "the amount is negative and its mark '" + mark + "' says that it came in; ask the bank");
    }
    return in ? number : number.abs().negate();
  }

  private static BigDecimal gainedByTwo(Table table, Row row, Signs signs) {
    NumberStyle.Read credit = table.number(row, Target.CREDIT);
    NumberStyle.Read debit = table.number(row, Target.DEBIT);
    BigDecimal in = credit == null ? BigDecimal.ZERO : credit.number();
    BigDecimal out = debit == null ? BigDecimal.ZERO : signs.gainedByDebit(debit.number());
    if (in.signum() != 0 && out.signum() != 0) {
      throw new Refusal(
          "AMOUNT_TWICE",
          row.line(),
          "the row has an amount in the column of debits and in that of credits; ask the bank");
    }
    return in.signum() != 0 ? in : out;
  }

  private static CurrencyUnit currency(Table table, Row row, NumberStyle.Read said) {
    String code = table.text(row, Target.CURRENCY);
    code = code == null ? table.layout().currency().orElse(null) : code;
    code = code == null ? table.currencyLabel() : code;
    code = code == null ? table.description().constants().get(Target.CURRENCY) : code;
    code = code == null ? said.currency().orElse(null) : code;
    if (code == null) {
      throw missing(row, "a currency", remedy(table, "constants: {currency: EUR}"));
    }
    return TextValues.currency(code.toUpperCase(Locale.ROOT), row.line());
  }

  private static AccountId account(Table table, Row row) {
    String said = table.text(row, Target.ACCOUNT);
    said = said == null ? table.label(Label.ACCOUNT) : said;
    said = said == null ? table.description().constants().get(Target.ACCOUNT) : said;
    AccountId account = said == null ? null : table.account(said);
    if (account == null) {
      throw new Refusal(
          "MISSING_ACCOUNT",
          row.line(),
          "the file does not name its account; " + remedy(table, "constants: {account: the IBAN}"));
    }
    return account;
  }

  private static String remedy(Table table, String line) {
    return "write a description of your own that says extends: "
        + table.description().name()
        + " and "
        + line;
  }

  /** An account as banks write it; an IBAN may stand beside a number. */
  static @Nullable AccountId account(String text) {
    for (String part : (text + "/" + text).split("/")) {
      String compact = part.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
      if (Ibans.holds(compact)) {
        return AccountId.ofIban(compact);
      }
    }
    String number = NOT_OF_A_NUMBER.matcher(text).replaceAll("");
    return number.isEmpty() ? null : new AccountId(null, number, null);
  }

  private static Refusal missing(Row row, String what, String remedy) {
    return new Refusal("MISSING_VALUE", row.line(), "the row has not " + what + "; " + remedy);
  }
}
