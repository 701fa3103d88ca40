package org.dunlin.core.json;

import org.dunlin.core.model.Checkout;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.model.PaymentLinkState;
import org.joda.money.CurrencyUnit;

/** By what customers pay: payment links, and what payment providers say of attempts to pay. */
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
    out.text("id", link.id());
    out.text("customerId", link.customerId());
    out.texts("invoiceIds", link.invoiceIds());
    out.amount("amount", link.amount());
    out.text("currency", link.amount().getCurrencyUnit().getCode());
    out.text("url", link.url());
    out.word("state", link.state());
    out.instant("expiresAt", link.expiresAt());
  }

  static Checkout checkout(Fields fields) {
    return new Checkout(
        fields.text("id"),
        fields.text("reference"),
        fields.oneOf("state", CheckoutState.class),
        fields.amount("amount", fields.currency("currency")),
        fields.optionalText("method"),
        fields.optionalInstant("expiresAt"));
  }

  static void write(Checkout checkout, ObjectOut out) {
    out.text("id", checkout.id());
    out.text("reference", checkout.reference());
    out.word("state", checkout.state());
    out.amount("amount", checkout.amount());
    out.text("currency", checkout.amount().getCurrencyUnit().getCode());
    out.text("method", checkout.method());
    out.instant("expiresAt", checkout.expiresAt());
  }
}
