package org.dunlin.connectors.program;

import java.util.Optional;
import java.util.stream.Stream;

/** What a program can be asked for. */
public enum Capability {
  READ_CUSTOMERS("read.customers"),
  READ_INVOICES("read.invoices"),
  READ_CREDIT_NOTES("read.credit_notes"),
  READ_PAYMENTS("read.payments"),
  READ_ALLOCATIONS("read.allocations"),
  READ_DOCUMENTS("read.documents"),
  READ_TOTALS("read.totals"),
  PUSH_PAYMENT("push.payment"),
  PUSH_PAYMENT_REVERSAL("push.payment_reversal"),
  PUSH_FEE("push.fee"),
  PUSH_NOTE("push.note"),
  PUSH_PAYMENT_LINK("push.payment_link"),
  PUSH_STATUS("push.status"),
  SEND_TEXT("send.text"),
  PAY_CHECKOUT("pay.checkout"),
  PAY_LINK("pay.link"),
  PAY_LINK_CANCEL("pay.link_cancel"),
  PAY_REFUND("pay.refund"),
  PAY_CANCEL("pay.cancel"),
  PAY_MANDATE("pay.mandate"),
  WEBHOOK("webhook");

  private final String word;

  Capability(String word) {
    this.word = word;
  }

  /** Its word in a manifest. */
  public String word() {
    return word;
  }

  /** The capability of this word. */
  public static Optional<Capability> of(String word) {
    return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
  }
}
