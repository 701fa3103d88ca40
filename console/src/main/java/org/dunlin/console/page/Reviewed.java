package org.dunlin.console.page;

import org.dunlin.store.view.CreditNoteDetail;
import org.dunlin.store.view.PaymentDetail;
import org.jspecify.annotations.Nullable;

/**
 * What is decided over on the review page; exactly one of the two is there.
 *
 * @param payment a payment; absent where it is a credit note
 * @param note a credit note; absent where it is a payment
 */
public record Reviewed(@Nullable PaymentDetail payment, @Nullable CreditNoteDetail note) {
  static Reviewed of(PaymentDetail payment) {
    return new Reviewed(payment, null);
  }

  static Reviewed of(CreditNoteDetail note) {
    return new Reviewed(null, note);
  }
}
