package org.dunlin.core.json;

import java.time.Instant;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.model.PaymentLinkState;
import org.joda.money.CurrencyUnit;

/** By what a customer pays: payment links. */
final class PayingJson {
  private PayingJson() {}

  static PaymentLink paymentLink(Fields fields) {
    CurrencyUnit currency = fields.currency("currency");
    return new PaymentLink(
        fields.text("id"),
        fields.text("customerId"),
        fields.texts("invoiceIds"),
        fields.amount("amount", currency),
        fields.optionalText("url"),
        fields.oneOf("state", PaymentLinkState.class),
        fields.optionalInstant("expiresAt"));
  }

  static void write(PaymentLink link, ObjectOut out) {
    Instant expiresAt = link.expiresAt();
    out.text("id", link.id());
    out.text("customerId", link.customerId());
    out.texts("invoiceIds", link.invoiceIds());
    out.amount("amount", link.amount());
    out.text("currency", link.amount().getCurrencyUnit().getCode());
    out.text("url", link.url());
    out.word("state", link.state());
    out.text("expiresAt", expiresAt == null ? null : expiresAt.toString());
  }
}
