package org.dunlin.core.matching;

import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who a payment comes from, as far as it is known.
 *
 * @param debtors the customers that it may be or pay for; empty where nobody is known
 */
record Payer(Set<Debtor> debtors, Known by) {
  static final Payer NOBODY = new Payer(Set.of(), Known.NOT);

  Payer {
    // In an order that does not depend on memory addresses: the same facts, the same lines.
    debtors = debtors.size() < 2 ? Set.copyOf(debtors) : ordered(debtors);
  }

  private static Set<Debtor> ordered(Set<Debtor> debtors) {
    Set<Debtor> ordered = new TreeSet<>(Comparator.comparing((Debtor debtor) -> debtor.id));
    ordered.addAll(debtors);
    return Collections.unmodifiableSet(ordered);
  }

  /** By what a payer is known, the surest first. */
  enum Known {
    /** An account of the customer, as its master data or booked payments say. */
    ACCOUNT,
    /** The name, legal form and spelling aside. */
    NAME,
    /** A name that may be the customer's, cut or abbreviated. */
    LIKELY,
    /** The payment's text names the customer. */
    TEXT,
    /** An account that paid for several customers. */
    COLLECTOR,
    NOT
  }

  /** Whether it is this customer by account or name. */
  boolean surely(String customerId) {
    boolean sure =
        switch (by) {
          case ACCOUNT, NAME -> true;
          case LIKELY, TEXT, COLLECTOR, NOT -> false;
        };
    return sure && debtors.stream().anyMatch(debtor -> debtor.id.equals(customerId));
  }

  boolean is(Debtor debtor) {
    return debtors.contains(debtor);
  }
}
