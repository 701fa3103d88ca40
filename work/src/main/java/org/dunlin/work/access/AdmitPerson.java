package org.dunlin.work.access;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Role;
import org.dunlin.store.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * Lets people in whom a provider of identities vouches for (OpenID Connect). Whoever came once is
 * known by who they are there, so that nobody else comes in under a name that the provider gives
 * anew.
 */
public final class AdmitPerson {
  /** As the journal calls the provider. */
  public static final String BY = "provider";

  private final Stores stores;
  private final ChangePeople changes;
  private final Rules rules;

  /** Over these stores, by these rules. */
  public AdmitPerson(Stores stores, ChangePeople changes, Rules rules) {
    this.stores = stores;
    this.changes = changes;
    this.rules = rules;
  }

  /**
   * Who is let in, and what they may do.
   *
   * @param unknown whether people are added whom nobody has invited
   * @param grants what the provider says of roles; without any, roles are given here
   */
  public record Rules(boolean unknown, List<Grant> grants) {
    public Rules {
      grants = List.copyOf(grants);
    }
  }

  /**
   * A role that a value of the provider gives.
   *
   * @param company in which; absent: in all
   */
  public record Grant(String value, Role role, @Nullable String company) {}

  /**
   * Lets somebody in.
   *
   * @param issuer the provider
   * @param subject who they are there; never given to anybody else
   * @param name as they are called here
   * @param values what the provider says of their roles
   * @return empty where they are not let in
   */
  public Optional<Person> admit(String issuer, String subject, String name, Set<String> values) {
    byte[] identity = Secrets.digest(issuer + " " + subject);
    try {
      return stores.transactions().in(() -> admitted(identity, name, values));
    } catch (RefusedPerson refused) {
      return Optional.empty();
    }
  }

  private Optional<Person> admitted(byte[] identity, String name, Set<String> values) {
    String known = stores.people().byIdentity(identity).orElse(name);
    if (stores.people().find(known).isEmpty()) {
      if (!rules.unknown()) {
        return Optional.empty();
      }
      changes.add(known, null, BY);
    }
    boolean off = stores.people().find(known).filter(Person::off).isPresent();
    if (off || !stores.people().comeAs(known, identity)) {
      return Optional.empty();
    }
    if (!rules.grants().isEmpty()) {
      give(known, values);
    }
    return stores.people().find(known);
  }

  /** Of several roles in one place the one that allows most; nothing that is not said. */
  private void give(String name, Set<String> values) {
    Map<String, Role> said = new HashMap<>();
    rules.grants().stream()
        .filter(grant -> values.contains(grant.value()))
        .sorted(Comparator.comparing(Grant::role))
        .forEach(grant -> said.putIfAbsent(place(grant), grant.role()));
    Person before = stores.people().find(name).orElseThrow();
    Set<String> places = new HashSet<>(said.keySet());
    places.add("");
    places.addAll(before.companies().keySet());
    for (String place : places) {
      if (place.isEmpty()) {
        changes.role(name, null, said.get(place), BY);
      } else if (stores.companies().find(place).isPresent()) {
        changes.role(name, place, said.get(place), BY);
      }
    }
  }

  private static String place(Grant grant) {
    return grant.company() == null ? "" : grant.company();
  }
}
