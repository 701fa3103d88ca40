package org.dunlin.connectors.outgoing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Source;
import org.jspecify.annotations.Nullable;

/** What can stand in a column, by the name that descriptions have for it, in the usual order. */
final class Fields {
  static final Map<String, Function<MatchedLine, Cell>> MATCHED = matched();
  static final Map<String, Function<StandingLine, Cell>> STANDING = standing();

  private Fields() {}

  private static Map<String, Function<MatchedLine, Cell>> matched() {
    Map<String, Function<MatchedLine, Cell>> fields = new LinkedHashMap<>();
    fields.put("id", line -> Cell.of(line.id()));
    fields.put("event", line -> Cell.of(line.undone() ? "UNDONE" : "MATCHED"));
    fields.put("matchedOn", line -> Cell.of(line.on()));
    fields.put("amount", line -> Cell.of(line.amount()));
    fields.put("currency", line -> Cell.of(line.allocation().amount().getCurrencyUnit()));
    invoice(fields, MatchedLine::invoice);
    customer(fields, MatchedLine::customer);
    payment(fields, MatchedLine::payment);
    fields.put("decision", line -> Cell.of(line.allocation().decision()));
    fields.put("rule", line -> Cell.of(line.allocation().rule()));
    fields.put("discount", line -> Cell.of(line.discount()));
    fields.put("difference", line -> Cell.of(line.difference()));
    fields.put("differenceReason", line -> Cell.of(line.differenceReasons()));
    return fields;
  }

  private static Map<String, Function<StandingLine, Cell>> standing() {
    Map<String, Function<StandingLine, Cell>> fields = new LinkedHashMap<>();
    fields.put("id", line -> Cell.of(line.id()));
    fields.put("on", line -> Cell.of(line.on()));
    invoice(fields, StandingLine::invoice);
    fields.put("currency", line -> Cell.of(line.invoice().currency()));
    fields.put("open", line -> Cell.of(line.invoice().outstanding()));
    fields.put("status", line -> Cell.of(line.invoice().status()));
    customer(fields, StandingLine::customer);
    fields.put("reminderStep", line -> reminder(line, false));
    fields.put("remindedOn", line -> reminder(line, true));
    return fields;
  }

  private static <T> void invoice(
      Map<String, Function<T, Cell>> fields, Function<T, Invoice> invoice) {
    put(fields, "invoiceNumber", invoice, Invoice::number);
    put(fields, "invoiceId", invoice, each -> sourceId(each.source(), each.id()));
    put(fields, "invoiceKind", invoice, Invoice::kind);
    put(fields, "issueDate", invoice, Invoice::issueDate);
    put(fields, "dueDate", invoice, Invoice::dueDate);
    put(fields, "total", invoice, Invoice::total);
    put(fields, "paymentReference", invoice, Invoice::paymentReference);
    put(fields, "orderReference", invoice, Invoice::orderReference);
  }

  private static <T> void customer(
      Map<String, Function<T, Cell>> fields, Function<T, Customer> customer) {
    put(fields, "customerNumber", customer, Customer::number);
    put(fields, "customerId", customer, each -> sourceId(each.source(), each.id()));
    put(fields, "customerName", customer, Customer::name);
    put(fields, "vatNumber", customer, Customer::vatNumber);
  }

  private static <T> void payment(
      Map<String, Function<T, Cell>> fields, Function<T, Payment> payment) {
    put(fields, "paymentId", payment, Payment::id);
    put(fields, "paymentKind", payment, Payment::kind);
    put(fields, "bookingDate", payment, Payment::bookingDate);
    put(fields, "valueDate", payment, Payment::valueDate);
    put(
        fields,
        "paymentAmount",
        payment,
        each -> each.direction() == Direction.IN ? each.amount() : each.amount().negated());
    put(fields, "account", payment, each -> account(each.account()));
    put(fields, "payerName", payment, Payment::payerName);
    put(fields, "payerAccount", payment, each -> account(each.payerAccount()));
    put(fields, "remittance", payment, Payment::remittance);
    put(fields, "creditorReference", payment, Payment::creditorReference);
    put(fields, "endToEndId", payment, Payment::endToEndId);
  }

  private static <T, R> void put(
      Map<String, Function<T, Cell>> fields,
      String name,
      Function<T, R> record,
      Function<R, @Nullable Object> value) {
    fields.put(name, line -> Cell.of(value.apply(record.apply(line))));
  }

  /** By which the program knows it that it came from. */
  private static String sourceId(@Nullable Source source, String id) {
    return source == null ? id : source.id();
  }

  private static @Nullable String account(@Nullable AccountId account) {
    return account == null
        ? null
        : account.iban() != null ? account.iban() : account.accountNumber();
  }

  private static Cell reminder(StandingLine line, boolean day) {
    var reminded = line.reminded();
    return Cell.of(reminded == null ? null : day ? reminded.on() : reminded.step());
  }
}
