package org.dunlin.work.rollout;

/** How far a company is switched on, in the order in which it goes. */
public enum Rung {
  /** It decides and sends nothing. */
  SHADOW,
  /** All mail goes to the company's own address. */
  TEST,
  /** Customers of some plans are reminded; the other plans only shadow. */
  GROUP,
  /** All customers are reminded by their plans. */
  ALL
}
