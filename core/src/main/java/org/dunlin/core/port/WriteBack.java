package org.dunlin.core.port;

/** What a program can be told, of one of its invoices or of what a payment provider kept. */
public enum WriteBack {
  /** That money came for it, as a payment to book. */
  PAYMENT,
  /** That money which the hub had booked there went back: the booking is taken back. */
  PAYMENT_REVERSAL,
  /** What a payment provider kept: booked out of its clearing account, to an expense account. */
  FEE,
  /** Something for people to read. */
  NOTE,
  /** A URL at which it can be paid. */
  PAYMENT_LINK,
  /** How it stands. */
  STATUS
}
