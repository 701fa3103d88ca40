package org.dunlin.core.matching;

import org.dunlin.core.model.Address;
import org.dunlin.core.model.Customer;
import org.jspecify.annotations.Nullable;

/** A customer as matching keeps it: by what a payment may name it, and where its documents lie. */
final class Debtor {
  final String id;
  final String name;
  final @Nullable String number;
  final @Nullable String vatNumber;
  final @Nullable String registrationNumber;
  final @Nullable String city;

  /** Its documents are those of the ledger from here on … */
  int from;

  /** … to before here. */
  int to;

  Debtor(Customer customer) {
    this.id = customer.id();
    this.name = customer.name();
    this.number = customer.number();
    this.vatNumber = customer.vatNumber();
    this.registrationNumber = customer.registrationNumber();
    Address address = customer.address();
    this.city = address == null ? null : address.city();
  }

  /** One of whom only the id is known, from its documents. */
  Debtor(String id) {
    this.id = id;
    this.name = "";
    this.number = null;
    this.vatNumber = null;
    this.registrationNumber = null;
    this.city = null;
  }

  @Override
  public String toString() {
    return id;
  }
}
