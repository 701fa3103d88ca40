package org.dunlin.core.model;

/** What settles an amount without money. */
public enum AdjustmentReason {
  DISCOUNT,
  BANK_CHARGE,
  PROVIDER_FEE,
  ROUNDING,
  BAD_DEBT,
  EXCHANGE
}
