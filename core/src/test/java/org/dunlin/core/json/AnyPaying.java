package org.dunlin.core.json;

import org.dunlin.core.model.Checkout;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.core.model.Mandate;
import org.dunlin.core.model.MandateScheme;
import org.dunlin.core.model.MandateState;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.model.PaymentLinkState;

/** Records of paying with every field at random. */
final class AnyPaying {
  private final AnyRecord any;

  AnyPaying(AnyRecord any) {
    this.any = any;
  }

  PaymentLink paymentLink() {
    return new PaymentLink(
        any.text(),
        any.text(),
        any.some(any::text),
        any.money(),
        any.maybe(any::text),
        any.word(PaymentLinkState.class),
        any.maybe(any::instant));
  }

  Checkout checkout() {
    return new Checkout(
        any.text(),
        any.text(),
        any.word(CheckoutState.class),
        any.money(),
        any.maybe(any::text),
        any.maybe(any::instant));
  }

  Mandate mandate() {
    return new Mandate(
        any.text(),
        any.text(),
        any.text(),
        any.word(MandateScheme.class),
        any.maybe(any::text),
        any.maybe(any::text),
        any.maybe(any::text),
        any.date(),
        any.word(MandateState.class),
        any.maybe(any::source));
  }
}
