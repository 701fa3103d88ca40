package org.dunlin.work.access;

import java.util.stream.Stream;
import org.dunlin.store.access.Role;
import org.dunlin.store.people.Person;

/** Who must have a second factor. */
public enum SecondFactorDuty {
  /** Whoever wants one has one. */
  OPTIONAL,
  /** Whoever administers the hub or one of its companies must have one. */
  ADMINISTRATORS,
  /** All must have one. */
  EVERYBODY;

  /** Whether this person must have one. */
  public boolean binds(Person person) {
    return switch (this) {
      case OPTIONAL -> false;
      case ADMINISTRATORS ->
          Stream.concat(
                  Stream.ofNullable(person.everywhere()), person.companies().values().stream())
              .anyMatch(role -> role == Role.ADMIN);
      case EVERYBODY -> true;
    };
  }
}
