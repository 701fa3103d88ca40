package org.dunlin.store.people;

import java.time.Instant;
import java.util.Map;
import org.dunlin.store.access.Permits;
import org.dunlin.store.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param name by which they sign in and the journal knows them; it never changes
 * @param passwordHash the password lies only as its hash; absent until the person has chosen one
 * @param everywhere their role in all companies; absent: in single ones alone
 * @param companies their roles in single companies, by id
 * @param off whether they were switched off
 * @param version changes with whatever ends their sessions
 * @param atProvider whether they have come from the provider of identities
 * @param local whether they may sign in by a password where nobody else may
 * @param signedInAt when they did so last; absent: never
 */
public record Person(
    String name,
    @Nullable String passwordHash,
    @Nullable Role everywhere,
    Map<String, Role> companies,
    boolean off,
    long version,
    Instant createdAt,
    boolean atProvider,
    boolean local,
    @Nullable Instant signedInAt) {
  public Person {
    companies = Map.copyOf(companies);
  }

  /** How it stands with them. */
  public enum State {
    /** May sign in. */
    ACTIVE,
    /** Has to choose a password first. */
    INVITED,
    /** May not sign in. */
    OFF
  }

  /** How it stands with them. */
  public State state() {
    if (off) {
      return State.OFF;
    }
    return passwordHash == null && !atProvider ? State.INVITED : State.ACTIVE;
  }

  /** What their roles allow. */
  public Permits permits() {
    return Permits.of(everywhere, companies);
  }

  @Override
  public String toString() {
    return "Person[" + name + "]";
  }
}
