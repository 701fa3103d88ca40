package org.dunlin.console.login;

import java.time.Clock;
import org.dunlin.store.people.People;
import org.dunlin.store.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The hub's people as Spring Security wants them; it renews a hash made in an older way. */
final class HubLogins implements UserDetailsService, UserDetailsPasswordService {
  private final People people;
  private final Clock clock;

  HubLogins(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  /** Whoever may not sign in gets the same answer as whoever is not there. */
  @Override
  public UserDetails loadUserByUsername(String name) {
    return people
        .find(name)
        .filter(person -> person.state() == Person.State.ACTIVE)
        .filter(person -> person.passwordHash() != null)
        .map(person -> SignedIn.of(person, clock.instant()))
        .orElseThrow(() -> new UsernameNotFoundException("no such user"));
  }

  /** Called after the right password only; one changed meanwhile stays as it was changed. */
  @Override
  public UserDetails updatePassword(UserDetails user, @Nullable String hash) {
    String old = user.getPassword();
    if (hash == null || old == null || !people.renewHash(user.getUsername(), old, hash)) {
      return user;
    }
    return ((SignedIn) user).hashed(hash);
  }
}
