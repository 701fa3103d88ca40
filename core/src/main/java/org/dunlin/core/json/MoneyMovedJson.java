package org.dunlin.core.json;

import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.model.RemittanceReference;
import org.dunlin.core.model.Statement;
import org.joda.money.CurrencyUnit;

/** Statements, payments, and what payments are applied to. */
final class MoneyMovedJson {
  private MoneyMovedJson() {}

  static Statement statement(Fields fields) {
    CurrencyUnit currency = fields.currency("currency");
    Integer entries = fields.optionalCount("entries");
    return new Statement(
        fields.text("id"),
        fields.account("accountIban", "accountNumber", "accountScheme"),
        currency,
        fields.date("from"),
        fields.date("to"),
        fields.optionalSignedAmount("openingBalance", currency),
        fields.optionalSignedAmount("closingBalance", currency),
        entries == null ? 0 : entries,
        fields.optionalObject("source", PartyJson::source));
  }

  static void write(Statement statement, ObjectOut out) {
    out.text("id", statement.id());
    PartyJson.account(statement.account(), out, "accountIban", "accountNumber", "accountScheme");
    out.text("currency", statement.currency().getCode());
    out.date("from", statement.from());
    out.date("to", statement.to());
    out.amount("openingBalance", statement.openingBalance());
    out.amount("closingBalance", statement.closingBalance());
    out.count("entries", statement.entries());
    out.object("source", statement.source(), PartyJson::write);
  }

  static Payment payment(Fields fields) {
    CurrencyUnit currency = fields.currency("currency");
    return new Payment(
        fields.text("id"),
        fields.oneOf("kind", PaymentKind.class),
        fields.oneOf("direction", Direction.class),
        fields.date("bookingDate"),
        fields.optionalDate("valueDate"),
        fields.amount("amount", currency),
        fields.optionalText("payerName"),
        fields.optionalAccount("payerIban", "payerAccountNumber", "payerAccountScheme"),
        fields.optionalText("payerBic"),
        fields.optionalText("remittance"),
        fields.optionalText("creditorReference"),
        fields.objects("references", part -> reference(part, currency)),
        fields.optionalText("endToEndId"),
        fields.optionalText("transactionCode"),
        fields.optionalAccount("accountIban", "accountNumber", "accountScheme"),
        fields.optionalText("returnOf"),
        PaymentDetailsJson.details(fields),
        FreeNames.truth(fields, "x-void"),
        fields.optionalObject("source", PartyJson::source));
  }

  static void write(Payment payment, ObjectOut out) {
    out.text("id", payment.id());
    out.word("kind", payment.kind());
    out.word("direction", payment.direction());
    out.date("bookingDate", payment.bookingDate());
    out.date("valueDate", payment.valueDate());
    out.amount("amount", payment.amount());
    out.text("currency", payment.amount().getCurrencyUnit().getCode());
    out.text("payerName", payment.payerName());
    PartyJson.account(
        payment.payerAccount(), out, "payerIban", "payerAccountNumber", "payerAccountScheme");
    out.text("payerBic", payment.payerBic());
    out.text("remittance", payment.remittance());
    out.text("creditorReference", payment.creditorReference());
    out.objects("references", payment.references(), MoneyMovedJson::write);
    out.text("endToEndId", payment.endToEndId());
    out.text("transactionCode", payment.transactionCode());
    PartyJson.account(payment.account(), out, "accountIban", "accountNumber", "accountScheme");
    out.text("returnOf", payment.returnOf());
    PaymentDetailsJson.write(payment.details(), out);
    out.truth("x-void", payment.voided() ? Boolean.TRUE : null);
    out.object("source", payment.source(), PartyJson::write);
  }

  static Allocation allocation(Fields fields, CurrenciesSeen currencies) {
    fields.exactlyOne("paymentId", "creditNoteId");
    return new Allocation(
        fields.optionalText("paymentId"),
        fields.optionalText("creditNoteId"),
        fields.text("invoiceId"),
        fields.amount("amount", currencies.of(fields, fields.optionalText("creditNoteId"))),
        fields.optionalText("match"),
        fields.optionalCount("rank"),
        fields.oneOf("decision", Decision.class),
        fields.optionalOneOf("rule", MatchRule.class),
        fields.optionalShare("confidence"),
        fields.texts("evidence"));
  }

  static void write(Allocation allocation, ObjectOut out) {
    out.text("paymentId", allocation.paymentId());
    out.text("creditNoteId", allocation.creditNoteId());
    out.text("invoiceId", allocation.invoiceId());
    out.amount("amount", allocation.amount());
    out.text("match", allocation.match());
    out.count("rank", allocation.rank());
    out.word("decision", allocation.decision());
    out.word("rule", allocation.rule());
    out.number("confidence", allocation.confidence());
    out.texts("evidence", allocation.evidence());
  }

  static Adjustment adjustment(Fields fields, CurrenciesSeen currencies) {
    return new Adjustment(
        fields.optionalText("paymentId"),
        fields.text("invoiceId"),
        fields.amount("amount", currencies.of(fields)),
        fields.oneOf("reason", AdjustmentReason.class),
        fields.optionalText("match"));
  }

  static void write(Adjustment adjustment, ObjectOut out) {
    out.text("paymentId", adjustment.paymentId());
    out.text("invoiceId", adjustment.invoiceId());
    out.amount("amount", adjustment.amount());
    out.word("reason", adjustment.reason());
    out.text("match", adjustment.match());
  }

  private static RemittanceReference reference(Fields fields, CurrencyUnit currency) {
    return new RemittanceReference(
        fields.text("kind"), fields.text("value"), fields.optionalAmount("amount", currency));
  }

  private static void write(RemittanceReference reference, ObjectOut out) {
    out.text("kind", reference.kind());
    out.text("value", reference.value());
    out.amount("amount", reference.amount());
  }
}
