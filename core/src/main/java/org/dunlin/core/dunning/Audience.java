package org.dunlin.core.dunning;

import java.util.Collections;
import java.util.Set;
import java.util.function.Function;
import org.dunlin.core.model.Customer;
import org.jspecify.annotations.Nullable;

/**
 * Whom a plan is for; each part that is there has to hold.
 *
 * @param segments the customer is in at least one; empty: in whichever
 * @param countries ISO 3166 alpha-2, of the customer's address; empty: in whichever
 * @param consumer true for consumers and those of whom nothing is known, false for businesses; null
 *     for both
 * @param risk the customer is of one of these levels, so never of UNKNOWN; empty: of whichever
 */
public record Audience(
    Set<String> segments, Set<String> countries, @Nullable Boolean consumer, Set<RiskLevel> risk) {
  /** Everyone. */
  public static final Audience EVERYONE = new Audience(Set.of(), Set.of(), null, Set.of());

  /** Nobody, since no customer's segment is empty: only who names the plan is dunned by it. */
  static final Audience NOBODY = new Audience(Set.of(""), Set.of(), null, Set.of());

  public Audience {
    segments = Set.copyOf(segments);
    countries = Set.copyOf(countries);
    risk = Set.copyOf(risk);
  }

  /**
   * Whether the plan is for this customer.
   *
   * @param risks says the level of a customer by its id; it is asked only where that matters
   */
  public boolean includes(Customer customer, Function<String, RiskLevel> risks) {
    return (segments.isEmpty() || !Collections.disjoint(segments, customer.segments()))
        && (countries.isEmpty() || isIn(customer))
        && (consumer == null || consumer == isTreatedAsConsumer(customer))
        && (risk.isEmpty() || risk.contains(risks.apply(customer.id())));
  }

  /** Whether whoever is of this audience is of the other one, too. */
  public boolean isWithin(Audience other) {
    return isWithin(segments, other.segments)
        && isWithin(countries, other.countries)
        && (other.consumer == null || other.consumer.equals(consumer))
        && isWithin(risk, other.risk);
  }

  private static <T> boolean isWithin(Set<T> these, Set<T> others) {
    return others.isEmpty() || !these.isEmpty() && others.containsAll(these);
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
