package org.dunlin.core.dunning;

import java.util.Collections;
import java.util.Set;
import org.dunlin.core.model.Customer;
import org.jspecify.annotations.Nullable;

/**
 * Whom a plan is for; each part that is there has to hold.
 *
 * @param segments the customer is in at least one; empty: in whichever
 * @param countries ISO 3166 alpha-2, of the customer's address; empty: in whichever
 * @param consumer true for consumers and those of whom nothing is known, false for businesses; null
 *     for both
 */
public record Audience(Set<String> segments, Set<String> countries, @Nullable Boolean consumer) {
  /** Everyone. */
  public static final Audience EVERYONE = new Audience(Set.of(), Set.of(), null);

  /** Nobody, since no customer's segment is empty: only who names the plan is dunned by it. */
  static final Audience NOBODY = new Audience(Set.of(""), Set.of(), null);

  public Audience {
    segments = Set.copyOf(segments);
    countries = Set.copyOf(countries);
  }

  /** Whether the plan is for this customer. */
  public boolean includes(Customer customer) {
    return (segments.isEmpty() || !Collections.disjoint(segments, customer.segments()))
        && (countries.isEmpty() || isIn(customer))
        && (consumer == null || consumer == isTreatedAsConsumer(customer));
  }

  private boolean isIn(Customer customer) {
    String country = customer.address() == null ? null : customer.address().country();
    return country != null && countries.contains(country);
  }

  /** Who may be a consumer is treated as one, since the law protects those. */
  private static boolean isTreatedAsConsumer(Customer customer) {
    return customer.consumer() == null || customer.consumer();
  }
}
