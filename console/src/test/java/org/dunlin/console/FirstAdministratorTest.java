package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import org.dunlin.console.FirstAdministrator.Made;
import org.dunlin.console.login.Passwords;
import org.dunlin.store.Stores;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.TestKeys;
import org.dunlin.store.people.People;
import org.dunlin.store.people.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.password.PasswordEncoder;

class FirstAdministratorTest {
  private final TestDatabase database = TestDatabase.create();
  private final People people =
      Stores.over(database.dataSource(), Duration.ofMinutes(1), Clock.systemUTC(), TestKeys.RING)
          .people();
  private final PasswordEncoder encoder = Passwords.encoder();
  private final FirstAdministrator first = new FirstAdministrator(people, encoder);

  @AfterEach
  void close() {
    database.close();
  }

  private String hash() {
    return people.find(FirstAdministrator.NAME).map(Person::passwordHash).orElseThrow();
  }

  @Test
  void theFirstStartMakesAPasswordThatIsShownOnceAndKeptOnlyAsAHash() {
    Made made = first.makeIfNone(null).orElseThrow();
    assertThat(made.password()).hasSize(20).matches("[2-9a-zA-Z]+");
    assertThat(hash())
        .startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$")
        .doesNotContain(made.password());
    assertThat(encoder.matches(made.password(), hash())).isTrue();
    assertThat(made).asString().doesNotContain(made.password());
  }

  @Test
  void theSecondStartMakesNobodyWhateverItsSettings() {
    Made made = first.makeIfNone(null).orElseThrow();
    assertThat(first.makeIfNone("another password of mine")).isEmpty();
    assertThat(encoder.matches(made.password(), hash())).isTrue();
  }

  @Test
  void twoHubsGetTwoPasswords() {
    Made made = first.makeIfNone(null).orElseThrow();
    try (TestDatabase other = TestDatabase.create()) {
      People others =
          Stores.over(other.dataSource(), Duration.ofMinutes(1), Clock.systemUTC(), TestKeys.RING)
              .people();
      assertThat(new FirstAdministrator(others, encoder).makeIfNone(null).orElseThrow().password())
          .isNotEqualTo(made.password());
    }
  }

  @Test
  void aPasswordFromTheSettingsIsTaken() {
    first.makeIfNone("a password from the settings");
    assertThat(encoder.matches("a password from the settings", hash())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "eleven char",
        "longer than any password that is taken: it goes on and on and on, word after word after"
            + " word, until nobody knows any more how it began, and so on"
      })
  void aPasswordTooShortOrTooLongIsRefusedAndNobodyMade(String wanted) {
    assertThatThrownBy(() -> first.makeIfNone(wanted))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dunlin.admin-password");
    assertThat(people.none()).isTrue();
  }
}
