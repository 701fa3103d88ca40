package org.dunlin.sandbox.world;

import org.dunlin.core.model.Customer;

/**
 * A customer with what the outside world knows of it and a hub does not.
 *
 * @param payer who its payments come from, as the bank writes it
 * @param termDays the payment term of its invoices
 * @param referenced whether its invoices bear a creditor reference
 */
record Debtor(
    Customer customer, Habit habit, Party payer, int termDays, boolean referenced, String mandate) {
  String number() {
    return customer.id();
  }

  String country() {
    var address = customer.address();
    if (address == null || address.country() == null) {
      throw new IllegalStateException("every invented customer has a country");
    }
    return address.country();
  }

  String language() {
    return customer.language() == null ? "nl" : customer.language();
  }
}
