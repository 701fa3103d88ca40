package org.dunlin.console;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dunlin.console.login.PasswordFlaw;
import org.dunlin.store.access.Role;
import org.dunlin.store.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Makes the first user at the first start, so that somebody can sign in; only a hash is kept. */
public final class FirstAdministrator {
  /** The name of the first user. */
  public static final String NAME = "admin";

  private static final int RANDOM_LENGTH = 20;
  // no 0 O 1 l I: somebody will type it off a screen
  private static final String LETTERS = "23456789abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";

  private final People people;
  private final PasswordEncoder encoder;

  /** Among these people; the encoder is the one that the login checks with. */
  public FirstAdministrator(People people, PasswordEncoder encoder) {
    this.people = people;
    this.encoder = encoder;
  }

  /** Who can sign in now, with the only sight of the password that there will be. */
  public record Made(String name, String password) {
    @Override
    public String toString() {
      return "Made[name=" + name + "]";
    }
  }

  /**
   * Makes the user unless the hub has one.
   *
   * @param wanted the password to give; a random one where absent or blank
   * @return what to show to whoever started the hub; empty when there was a user already
   * @throws IllegalArgumentException when the wanted password is too short or too long
   */
  public Optional<Made> makeIfNone(@Nullable String wanted) {
    if (!people.none()) {
      return Optional.empty();
    }
    String password = wanted == null || wanted.isBlank() ? random() : checked(wanted);
    boolean added = people.add(NAME, encoder.encode(password), Role.ADMIN);
    return added ? Optional.of(new Made(NAME, password)) : Optional.empty();
  }

  private static String checked(String wanted) {
    if (PasswordFlaw.of(wanted, NAME).isPresent()) {
      throw new IllegalArgumentException(
          "The administrator's password must have at least "
              + PasswordFlaw.SHORTEST
              + " characters and at most "
              + PasswordFlaw.LONGEST
              + " of them, not the name in it, and not be easy to guess; change"
              + " dunlin.admin-password or leave it out.");
    }
    return wanted;
  }

  /** A password that nobody chose. */
  public static String random() {
    return new SecureRandom()
        .ints(RANDOM_LENGTH, 0, LETTERS.length())
        .mapToObj(index -> LETTERS.substring(index, index + 1))
        .collect(Collectors.joining());
  }
}
