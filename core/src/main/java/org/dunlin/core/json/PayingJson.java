package org.dunlin.core.json;

import org.dunlin.core.model.Checkout;
import org.dunlin.core.model.CheckoutState;

/** What payment providers say of attempts to pay. */
final class PayingJson {
  private PayingJson() {}

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
