package org.dunlin.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordFlawTest {
  @ParameterizedTest
  @CsvSource({
    "eleven char, SHORT",
    "b l        a n k s, SHORT",
    "my name is Anna-Maria, NAME",
    "aaaaaaaaaaaa, EASY",
    "abababababab, EASY",
    "QwertyUIOP123, EASY"
  })
  void aPasswordThatIsShortLongNamedOrEasyIsNotTaken(String password, PasswordFlaw flaw) {
    assertThat(PasswordFlaw.of(password, "anna-maria")).contains(flaw);
  }

  @Test
  void anySignThatCanBeTypedIsASignOfAPassword() {
    assertThat(PasswordFlaw.of("\ud83e\udd86 é ж 鴨 ß \ud83e\udd86 x", "anna")).isEmpty();
  }

  @Test
  void sixtyFourCharactersOfAnyKindAreTakenAndMoreThan128AreNot() {
    String sixteen = "\ud83e\udd86 é ж 鴨 ß Ω ñ $x"; // the first takes four bytes
    String longest = sixteen.repeat(8);
    assertThat(sixteen.codePointCount(0, sixteen.length())).isEqualTo(16);
    assertThat(PasswordFlaw.of(sixteen.repeat(4), "anna")).isEmpty();
    assertThat(PasswordFlaw.of(longest, "anna")).isEmpty();
    assertThat(PasswordFlaw.of(longest + "x", "anna")).contains(PasswordFlaw.LONG);
  }

  /** Only how many different characters there are counts, and not of which kind. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "wetducklingswim",
        "WETDUCKLINGSWIM",
        "830461759264",
        "!@#%^&*()_+-=",
        "утята плывут",
        "           a b c d e f"
      })
  void noKindOfCharacterIsAskedForAndNoneForbidden(String password) {
    assertThat(PasswordFlaw.of(password, "anna")).isEmpty();
  }

  @Test
  void severalWordsAreTakenAsTheyStand() {
    assertThat(PasswordFlaw.of("seven wet ducklings", "anna")).isEmpty();
  }
}
