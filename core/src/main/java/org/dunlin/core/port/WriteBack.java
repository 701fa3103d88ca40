package org.dunlin.core.port;

/** What a program can be told about one of its invoices. */
public enum WriteBack {
  /** That money came for it, as a payment to book. */
  PAYMENT,
  /** That money which the hub had booked there went back: the booking is taken back. */
  PAYMENT_REVERSAL,
  /** Something for people to read. */
  NOTE,
  /** A URL at which it can be paid. */
  PAYMENT_LINK,
  /** How it stands. */
  STATUS
}
