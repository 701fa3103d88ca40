package org.dunlin.connectors.bai2;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.bank.EntryNames;
import org.dunlin.connectors.bank.Occurrences;
import org.dunlin.connectors.bank.StatementSum;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.AdvisedEntry;
import org.dunlin.core.model.BankReferences;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentDetails;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads one account of a group (03 to 49): its payments as they come, the statement after them. */
final class AccountReader {
  private final Group group;
  private final AccountId account;
  private final CurrencyUnit currency;
  private final EntryNames names;
  private final RecordSink sink;
  private final StatementSum sum;
  private final Totals totals = new Totals();
  private int entries;
  private boolean closed;

  /** An account that begins with this record. */
  AccountReader(Group group, LogicalRecord header, Occurrences occurrences, RecordSink sink) {
    Fields fields = header.fields();
    this.group = group;
    this.sink = sink;
    account = account(header);
    fields.next();
    currency = Group.currency(fields.given(), group.currency(), header.line());
    names = new EntryNames(occurrences, account.key() + "/" + header.line());
    sum = new StatementSum(currency);
    sum.cover(group.day());
    totals.count(header);
    while (fields.hasMore()) {
      summary(fields);
    }
  }

  /** The account of such a record. */
  static AccountId account(LogicalRecord header) {
    String number = header.fields().given();
    if (number == null) {
      throw new Refusal(
          "MISSING_ACCOUNT",
          header.line(),
          "the record 03 names no account; ask the bank for a correct file");
    }
    return new AccountId(null, number, null);
  }

  /** An entry (16). */
  void entry(LogicalRecord record) {
    totals.count(record);
    Fields fields = record.fields();
    String code = fields.next();
    BigInteger units = fields.amount();
    totals.add(units);
    if (units == null || units.signum() == 0) {
      return; // tells something without money
    }
    Direction said =
        TypeCode.direction(code)
            .orElseThrow(
                () ->
                    new Refusal(
                        "WRONG_CODE",
                        record.line(),
                        "'"
                            + code
                            + "' is not a type of credit (100 to 399) or debit (400 to 699),"
                            + " so which way the money went is not known; ask the bank"));
    boolean in = (said == Direction.IN) == units.signum() > 0;
    LocalDate valueDate = fields.funds();
    Money amount = Fields.money(currency, units.abs());
    Money signed = in ? amount : amount.negated();
    sum.add(signed, group.day());
    entries++;
    Payment payment = payment(code, amount, signed, valueDate, fields);
    if (group.interim()) {
      sink.advised(
          new AdvisedEntry(
              AdvisedEntry.Kind.REPORT,
              payment.id(),
              account,
              signed,
              group.day(),
              payment.details().references(),
              null));
    }
    sink.accept(payment);
  }

  /**
   * Ends the account with its trailer (49) and gives its totals. Without entries and without a
   * closing balance it says nothing of what was booked, and is no statement.
   */
  Totals end(LogicalRecord trailer) {
    totals.checkAccount(trailer);
    if (group.interim()) {
      sink.advised(null);
    } else if (entries > 0 || closed) {
      sink.accept(sum.end(account.key() + "/" + group.day(), account, trailer.line()));
    }
    return totals;
  }

  /** A balance or a sum; of all there are, the booked balances are those that must tie out. */
  private void summary(Fields fields) {
    String code = fields.next();
    BigInteger units = fields.amount();
    fields.next(); // how many entries are in it
    fields.funds();
    totals.add(units);
    if (units != null && code.equals(TypeCode.OPENING_LEDGER)) {
      sum.open(Fields.money(currency, units));
    } else if (units != null && code.equals(TypeCode.CLOSING_LEDGER)) {
      sum.close(Fields.money(currency, units), group.day());
      closed = true;
    }
  }

  private Payment payment(
      String code, Money amount, Money signed, @Nullable LocalDate valueDate, Fields fields) {
    String ofBank = fields.given();
    String ofCustomer = fields.given();
    String text = fields.rest();
    EntryNames.Content content =
        new EntryNames.Content().add(code).add(ofBank).add(ofCustomer).add(compact(text));
    boolean cheque = TypeCode.isCheque(code);
    BankReferences references =
        new BankReferences(
            null,
            null,
            cheque ? null : ofCustomer,
            null,
            null,
            null,
            cheque ? ofCustomer : null,
            null,
            ofBank);
    PaymentDetails details =
        new PaymentDetails(
            references, null, null, null, null, null, null, null, null, List.of(), null);
    return new Payment(
        names.byContent(account, group.day(), valueDate, signed, content),
        TypeCode.kind(code),
        signed.isPositive() ? Direction.IN : Direction.OUT,
        group.day(),
        valueDate,
        amount,
        null,
        null,
        null,
        text,
        null,
        List.of(),
        null,
        code,
        account,
        null,
        details.equals(PaymentDetails.NONE) ? PaymentDetails.NONE : details,
        null);
  }

  private static @Nullable String compact(@Nullable String text) {
    return text == null ? null : text.replace(" ", "");
  }
}
