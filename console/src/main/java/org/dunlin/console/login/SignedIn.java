package org.dunlin.console.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.dunlin.console.right.Permitted;
import org.dunlin.store.Ids;
import org.dunlin.store.access.Permits;
import org.dunlin.store.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A person as they were when they signed in.
 *
 * @param version of what ends their sessions
 * @param since when they signed in
 * @param said when they last said their password or a code
 * @param session by which their session is known
 */
record SignedIn(
    String name,
    @Nullable String passwordHash,
    Permits permits,
    boolean active,
    long version,
    Instant since,
    Instant said,
    UUID session)
    implements UserDetails, Permitted {
  /** However busy a session is, the person signs in again each working day. */
  static final Duration LONGEST = Duration.ofHours(12);

  /** For so long nobody is asked for the password again. */
  static final Duration FRESH = Duration.ofMinutes(10);

  private static final long serialVersionUID = 1;

  static SignedIn of(Person person, Instant now) {
    return new SignedIn(
        person.name(),
        person.passwordHash(),
        person.permits(),
        person.state() == Person.State.ACTIVE,
        person.version(),
        now,
        now,
        Ids.next());
  }

  /** The same session after the person was changed. */
  SignedIn renewed(Person person) {
    return new SignedIn(
        person.name(),
        person.passwordHash(),
        person.permits(),
        person.state() == Person.State.ACTIVE,
        person.version(),
        since,
        said,
        session);
  }

  /** The same session after the password or a code was said once more. */
  SignedIn saidAgain(Instant now) {
    return new SignedIn(name, passwordHash, permits, active, version, since, now, session);
  }

  /** Whether the password or a code was said within the last minutes. */
  boolean fresh(Instant now) {
    return now.isBefore(said.plus(FRESH));
  }

  /** The same with another hash of the same password. */
  SignedIn hashed(String hash) {
    return new SignedIn(name, hash, permits, active, version, since, said, session);
  }

  /**
   * Whether the session still is worth something.
   *
   * @param current the version that holds now; absent where the person may not sign in any more, or
   *     the session was ended
   */
  boolean holds(@Nullable Long current, Instant now) {
    return current != null && current == version && now.isBefore(since.plus(LONGEST));
  }

  @Override
  public String getUsername() {
    return name;
  }

  @Override
  public @Nullable String getPassword() {
    return passwordHash;
  }

  @Override
  public boolean isEnabled() {
    return active;
  }

  /** Who may do what is said by rights and not by authorities. */
  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of();
  }

  @Override
  public String toString() {
    return "SignedIn[" + name + "]";
  }
}
