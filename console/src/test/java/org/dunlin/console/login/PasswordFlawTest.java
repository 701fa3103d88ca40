package org.dunlin.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordFlawTest {
  @ParameterizedTest
  @CsvSource({
    "eleven char, SHORT",
    "b l        a n k s, SHORT",
    "my name is Anna-Maria, NAME",
    "aaaaaaaaaaaa, EASY",
    "abababababab, EASY",
    "QwertyUIOP123, EASY",
    "seven wet ducklings and six more that swim behind them across the whole lake, LONG"
  })
  void aPasswordThatIsShortLongNamedOrEasyIsNotTaken(String password, PasswordFlaw flaw) {
    assertThat(PasswordFlaw.of(password, "anna-maria")).contains(flaw);
  }

  @Test
  void anySignThatCanBeTypedIsASignOfAPassword() {
    assertThat(PasswordFlaw.of("\ud83e\udd86 é ж 鴨 ß \ud83e\udd86 x", "anna")).isEmpty();
  }

  @Test
  void severalWordsAreTakenAsTheyStand() {
    assertThat(PasswordFlaw.of("seven wet ducklings", "anna")).isEmpty();
  }
}
