package org.dunlin.sandbox.program.mollie;

import java.util.Locale;

/** How a payment stands. */
public enum MollieStatus {
  OPEN,
  PAID,
  CANCELED,
  EXPIRED,
  FAILED;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
