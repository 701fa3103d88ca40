package org.dunlin.core.json;

import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.ArrangementState;
import org.dunlin.core.model.Dispute;
import org.dunlin.core.model.DisputeState;
import org.dunlin.core.model.Promise;
import org.dunlin.core.model.PromiseState;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What was agreed or contested with a customer: promises, disputes, arrangements. */
final class AgreementJson {
  private AgreementJson() {}

  static Promise promise(Fields fields) {
    CurrencyUnit currency = fields.currency("currency");
    return new Promise(
        fields.text("id"),
        fields.text("customerId"),
        fields.texts("invoiceIds"),
        fields.amount("amount", currency),
        fields.date("on"),
        fields.oneOf("state", PromiseState.class));
  }

  static void write(Promise promise, ObjectOut out) {
    out.text("id", promise.id());
    out.text("customerId", promise.customerId());
    out.texts("invoiceIds", promise.invoiceIds());
    out.amount("amount", promise.amount());
    out.text("currency", promise.amount().getCurrencyUnit().getCode());
    out.date("on", promise.on());
    out.word("state", promise.state());
  }

  static Dispute dispute(Fields fields) {
    return new Dispute(
        fields.text("id"),
        fields.text("invoiceId"),
        fields.optionalAmountIn("amount", "currency"),
        fields.text("reason"),
        fields.optionalText("owner"),
        fields.optionalDate("deadline"),
        fields.oneOf("state", DisputeState.class));
  }

  static void write(Dispute dispute, ObjectOut out) {
    out.text("id", dispute.id());
    out.text("invoiceId", dispute.invoiceId());
    Money amount = dispute.amount();
    out.amount("amount", amount);
    out.text("currency", amount == null ? null : amount.getCurrencyUnit().getCode());
    out.text("reason", dispute.reason());
    out.text("owner", dispute.owner());
    out.date("deadline", dispute.deadline());
    out.word("state", dispute.state());
  }

  static Arrangement arrangement(Fields fields) {
    CurrencyUnit currency = fields.currency("currency");
    return new Arrangement(
        fields.text("id"),
        fields.text("customerId"),
        fields.texts("invoiceIds"),
        fields.objects("instalments", part -> DocumentJson.instalment(part, currency)),
        currency,
        fields.oneOf("state", ArrangementState.class));
  }

  static void write(Arrangement arrangement, ObjectOut out) {
    out.text("id", arrangement.id());
    out.text("customerId", arrangement.customerId());
    out.texts("invoiceIds", arrangement.invoiceIds());
    out.objects("instalments", arrangement.instalments(), DocumentJson::write);
    out.text("currency", arrangement.currency().getCode());
    out.word("state", arrangement.state());
  }
}
