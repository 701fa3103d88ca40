package org.dunlin.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was found in breaches is no password, nor what people make of it. */
class CommonPasswordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1qaz2wsx3edc4rfv",
        "123qweasdzxc",
        "manchesterunited",
        "mychemicalromance",
        "administrator",
        "correcthorsebatterystaple",
        "wachtwoord123",
        "motdepasse12"
      })
  void oneThatManyHaveIsNone(String password) {
    assertThat(PasswordFlaw.of(password, "anna")).contains(PasswordFlaw.EASY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Password2026!!",
        "Welkom-2026!!",
        "!!iloveyou!!23",
        "2026sunshine26",
        "Dr4g0n-1987!!",
        "P@ssw0rd!2345",
        "dragondragon",
        "monkeymonkeymonkey"
      })
  void norIsOneWithSomethingAroundItSaidTwiceOrWithSignsForLetters(String password) {
    assertThat(PasswordFlaw.of(password, "anna")).contains(PasswordFlaw.EASY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery staple",
        "dragon 48120377 feather",
        "sunshine over seven ducks",
        "9481-72650-dragon-33",
        "wet ducklings 2026"
      })
  void whatHoldsMoreThanThatIsOne(String password) {
    assertThat(PasswordFlaw.of(password, "anna")).isEmpty();
  }

  @Test
  void theListIsThatOfThousandsInOrderWithoutADouble() throws IOException {
    try (InputStream file = CommonPasswords.class.getResourceAsStream("common-passwords.bin")) {
      byte[] all = Objects.requireNonNull(file, "the list").readAllBytes();
      assertThat(all.length % Long.BYTES).isZero();
      assertThat(all.length / Long.BYTES).isGreaterThan(10_000);
      for (int at = Long.BYTES; at < all.length; at += Long.BYTES) {
        assertThat(
                java.util.Arrays.compareUnsigned(
                    all, at - Long.BYTES, at, all, at, at + Long.BYTES))
            .isNegative();
      }
    }
  }
}
