package org.dunlin.store.view;

/** How long something open is overdue: in days after the last day on which payment is in time. */
public enum Ageing {
  /** Payment is still in time, or no day is known. */
  NOT_DUE,
  /** 1 to 30 days. */
  UP_TO_30,
  /** 31 to 60 days. */
  UP_TO_60,
  /** 61 to 90 days. */
  UP_TO_90,
  /** More than 90 days. */
  OVER_90
}
