package org.dunlin.work.dun;

import java.util.Optional;
import java.util.Set;
import org.dunlin.core.model.Customer;
import org.dunlin.core.phone.TextNumber;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;

/**
 * To which number a customer's texts go: the first mobile one of those that are known which takes
 * texts.
 *
 * @param country the company's
 * @param refused numbers that took none
 */
record TextNumbers(String country, Set<String> refused) {
  static TextNumbers of(Stores stores, CompanyProfile profile) {
    return new TextNumbers(
        profile.company().country(), stores.outbox().refusedAddresses(profile.id()));
  }

  Optional<String> of(Customer customer) {
    return TextNumber.all(customer, country).stream()
        .filter(number -> !refused.contains(number))
        .findFirst();
  }
}
