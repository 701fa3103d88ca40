package org.dunlin.work.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Role;
import org.dunlin.store.people.HubEvents.Kind;
import org.dunlin.store.people.Person;
import org.dunlin.work.access.RefusedPerson.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Lets people in and out, and says what they may do; whatever takes something away ends sessions.
 */
public final class ChangePeople {
  /** For how long a link leads to a password. */
  public static final Duration INVITATION = Duration.ofDays(7);

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,79}");

  /** One address as people have them; what is rarer is not worth what it could hide. */
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,63}");

  private static final int LONGEST_EMAIL = 254;

  private final Stores stores;
  private final Clock clock;

  /** Over these stores; the clock is that of invitations. */
  public ChangePeople(Stores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  /**
   * Adds somebody.
   *
   * @param hash of their password; absent where they are invited to choose one
   * @throws RefusedPerson when the name cannot be had
   */
  public void add(String name, @Nullable String hash, String by) {
    if (!NAME.matcher(name).matches()) {
      throw new RefusedPerson(
          Reason.NAME,
          "A name begins with a letter or digit and has at most 80 letters, digits and . _ @ + -");
    }
    in(
        () -> {
          if (!stores.people().add(name, hash, null)) {
            throw new RefusedPerson(
                Reason.TAKEN, "There is somebody of the name " + name + "; choose another.");
          }
          note(by, Kind.PERSON_ADDED, name, "");
        });
  }

  /**
   * Adds somebody with the address where they are told what happens to their account; of this they
   * are told nothing.
   *
   * @param email absent or empty: nowhere
   * @throws RefusedPerson when the name cannot be had, or it is no address
   */
  public void add(String name, @Nullable String hash, @Nullable String email, String by) {
    String wanted = address(email);
    in(
        () -> {
          add(name, hash, by);
          if (wanted != null) {
            note(by, Kind.EMAIL_CHANGED, name, "");
            stores.people().email(name, wanted);
          }
        });
  }

  /**
   * Makes the link by which somebody chooses a password; one that they had is worth nothing then.
   *
   * @return its secret, which is shown this once
   */
  public String invite(String name, String by) {
    String secret = Secrets.make();
    in(
        () -> {
          find(name);
          stores
              .signIn()
              .invitations()
              .put(name, Secrets.digest(secret), clock.instant().plus(INVITATION));
          note(by, Kind.INVITED, name, "");
        });
    return secret;
  }

  /** Whose link this is; empty when it is worth nothing. */
  public Optional<String> invited(String secret) {
    return secret.length() == Secrets.LENGTH
        ? stores.signIn().invitations().find(Secrets.digest(secret), clock.instant())
        : Optional.empty();
  }

  /** The person of this link has chosen a password; false when the link is worth nothing. */
  public boolean accept(String secret, String hash) {
    return stores
        .transactions()
        .in(
            () -> {
              Optional<String> name = invited(secret);
              // of two that come at one moment, one ends the link
              if (name.isEmpty() || !stores.signIn().invitations().end(name.get())) {
                return false;
              }
              changed(name.get(), hash, name.get());
              return true;
            });
  }

  /** Another password, by its hash. */
  public void password(String name, String hash, String by) {
    in(
        () -> {
          find(name);
          stores.signIn().invitations().end(name);
          changed(name, hash, by);
        });
  }

  private void changed(String name, String hash, String by) {
    stores.people().changePassword(name, hash);
    // whoever knew the password before may have begun it
    stores.signIn().secondFactors().removeBegun(name);
    stores.signIn().failures().forget(List.of(failuresOf(name)));
    note(by, Kind.PASSWORD_CHANGED, name, "");
  }

  /**
   * Gives a role or takes it.
   *
   * @param companyId the company; absent: in all of them
   * @param role absent: none any more
   */
  public void role(String name, @Nullable String companyId, @Nullable Role role, String by) {
    in(
        () -> {
          Person person = find(name);
          Role before = companyId == null ? person.everywhere() : person.companies().get(companyId);
          if (before == role) {
            return;
          }
          if (companyId == null) {
            if (before == Role.ADMIN) {
              mustNotBeLast(person);
            }
            stores.people().role(name, role);
          } else {
            mustExist(companyId);
            stores.people().role(name, companyId, role);
          }
          String where = companyId == null ? "" : " " + companyId;
          if (role == null) {
            note(by, Kind.ROLE_TAKEN, name, before + where);
          } else {
            note(by, Kind.ROLE_GIVEN, name, role + where);
          }
        });
  }

  /** Lets somebody in no more, or again. */
  public void switchOff(String name, boolean off, String by) {
    in(
        () -> {
          Person person = find(name);
          if (person.off() == off) {
            return;
          }
          if (off && person.everywhere() == Role.ADMIN) {
            mustNotBeLast(person);
          }
          stores.people().switchOff(name, off);
          stores.signIn().invitations().end(name);
          note(by, off ? Kind.PERSON_OFF : Kind.PERSON_ON, name, "");
        });
  }

  /** Forgets that signing in failed, so that the next attempt need not wait. */
  public void unlock(String name, String by) {
    in(
        () -> {
          find(name);
          if (stores.signIn().failures().forget(List.of(failuresOf(name), wrongCodesOf(name)))) {
            note(by, Kind.UNLOCKED, name, "");
          }
        });
  }

  /**
   * Where somebody is told what happens to their account. The address that they had is told of it
   * as well as the new one, unless the person has not come yet.
   *
   * @param email absent or empty: nowhere
   * @throws RefusedPerson when it is no address
   */
  public void email(String name, @Nullable String email, String by) {
    String wanted = address(email);
    in(
        () -> {
          Person person = find(name);
          if (stores.people().email(name).equals(Optional.ofNullable(wanted))) {
            return;
          }
          note(by, Kind.EMAIL_CHANGED, name, "");
          stores.people().email(name, wanted);
          if (person.state() != Person.State.INVITED) {
            stores.signIn().notices().put(by, Kind.EMAIL_CHANGED, name, "");
          }
        });
  }

  private static @Nullable String address(@Nullable String email) {
    String wanted = email == null || email.isBlank() ? null : email.strip();
    if (wanted != null && (wanted.length() > LONGEST_EMAIL || !EMAIL.matcher(wanted).matches())) {
      throw new RefusedPerson(
          Reason.EMAIL, "An e-mail address is of the form name@example.com; give one.");
    }
    return wanted;
  }

  /** Ends all sessions of somebody. */
  public void endSessions(String name, String by) {
    in(
        () -> {
          find(name);
          stores.people().endSessions(name);
          note(by, Kind.SIGNED_OUT_EVERYWHERE, name, "");
        });
  }

  /** By what failures of a name are known. */
  public static String failuresOf(String name) {
    return "name " + name.substring(0, Math.min(name.length(), 200));
  }

  /** By what wrong codes of a name are known; no name begins so. */
  public static String wrongCodesOf(String name) {
    return failuresOf("code of " + name);
  }

  private Person find(String name) {
    return stores
        .people()
        .find(name)
        .orElseThrow(
            () -> new RefusedPerson(Reason.NOBODY, "There is nobody of the name " + name + "."));
  }

  private void mustExist(String companyId) {
    if (stores.companies().find(companyId).isEmpty()) {
      throw new RefusedPerson(Reason.COMPANY, "There is no company " + companyId + ".");
    }
  }

  private void mustNotBeLast(Person person) {
    if (person.state() == Person.State.ACTIVE
        && stores.people().otherAdministrators(person.name()) == 0) {
      throw new RefusedPerson(
          Reason.LAST,
          "Nobody would be left to administer the hub; make somebody else an administrator first.");
    }
  }

  private void note(String by, Kind kind, String name, String detail) {
    stores.signIn().events().note(by, kind, name, detail);
  }

  private void in(Runnable change) {
    stores.transactions().run(change);
  }
}
