package org.dunlin.core.dunning;

/** What is asked again at the moment at which a message of a step leaves. */
public enum GateCheck {
  /** Nothing stops everything, and the company's mode lets messages leave. */
  SWITCHES,
  /** Nobody has promised, contested, arranged or held anything that it names. */
  HOLDS,
  /** All that came in is taken into account, and the day is decided with it. */
  FACTS,
  /** The programs of its invoices were read lately. */
  SOURCES,
  /** The accounts on which customers pay are covered by statements. */
  ACCOUNTS,
  /** No money is there, or on its way, that could settle its invoices. */
  PAYMENTS,
  /** No less is open of each invoice than it says. */
  AMOUNTS,
  /** The documents that it attaches are still those of its invoices. */
  DOCUMENTS,
  /** The address to which it goes was not refused. */
  ADDRESS,
  /** The customer was not approached too lately. */
  CONTACT,
  /** A person has approved it, where one has to. */
  APPROVAL,
  /** It is the day, and within the hours, in which messages leave. */
  HOURS
}
