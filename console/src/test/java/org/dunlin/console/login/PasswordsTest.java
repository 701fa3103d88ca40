package org.dunlin.console.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import org.dunlin.store.Stores;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.TestKeys;
import org.dunlin.store.access.Role;
import org.dunlin.store.people.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PasswordsTest {
  private static final String PASSWORD = "kept since before the change";

  private final TestDatabase database = TestDatabase.create();
  private final Stores stores =
      Stores.over(database.dataSource(), Duration.ofMinutes(1), Clock.systemUTC(), TestKeys.RING);
  private final AuthenticationProvider login =
      LoginConfiguration.passwords(
          stores,
          Passwords.encoder(),
          new LoginAttempts(Clock.systemUTC(), stores.signIn().failures()),
          Clock.systemUTC());

  @AfterEach
  void close() {
    database.close();
  }

  private void signIn(String password) {
    login.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("anna", password));
  }

  private String hash() {
    return stores.people().find("anna").map(Person::passwordHash).orElseThrow();
  }

  private String withBcrypt() {
    String old = "{bcrypt}" + new BCryptPasswordEncoder().encode(PASSWORD);
    stores.people().add("anna", old, Role.ADMIN);
    return old;
  }

  @Test
  void aHashOfBcryptStillMatchesAndIsMadeAnewAtTheNextSignIn() {
    withBcrypt();
    signIn(PASSWORD);
    String renewed = hash();
    assertThat(renewed).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
    signIn(PASSWORD);
    assertThat(hash()).isEqualTo(renewed);
  }

  @Test
  void aWrongPasswordRenewsNoHash() {
    String old = withBcrypt();
    assertThatThrownBy(() -> signIn("not the password"))
        .isInstanceOf(BadCredentialsException.class);
    assertThat(hash()).isEqualTo(old);
  }

  @Test
  void aHashThatWasChangedMeanwhileIsNotRenewed() {
    String old = withBcrypt();
    assertThat(stores.people().renewHash("anna", "{bcrypt}another", "{argon2id}new")).isFalse();
    assertThat(hash()).isEqualTo(old);
  }

  @Test
  void theLastOfTheMostCharactersCountsAsTheFirst() {
    String longest = "seven ducks \ud83e\udd86 in a row".repeat(5);
    assertThat(longest.codePointCount(0, longest.length())).isBetween(100, PasswordFlaw.LONGEST);
    String hash = Passwords.encoder().encode(longest);
    assertThat(Passwords.encoder().matches(longest, hash)).isTrue();
    assertThat(Passwords.encoder().matches(longest.substring(0, longest.length() - 1) + "x", hash))
        .isFalse();
  }

  @Test
  void theSamePasswordIsNeverHashedTheSameWayTwice() {
    assertThat(Passwords.encoder().encode(PASSWORD))
        .isNotEqualTo(Passwords.encoder().encode(PASSWORD));
  }
}
