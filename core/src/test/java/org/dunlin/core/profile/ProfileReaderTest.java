package org.dunlin.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.DunningMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write becomes a profile, or all that is wrong with it at once. */
class ProfileReaderTest {
  private final Map<ProfileField, String> texts = Profile.defaults();

  ProfileReaderTest() {
    texts.put(ProfileField.ID, "acme");
    texts.put(ProfileField.NAME, "Acme B.V.");
    texts.put(ProfileField.COUNTRY, "NL");
    texts.put(ProfileField.REPLY_TO, "ar@acme.example");
  }

  @Test
  void aNameACountryAndAReplyAddressAreEnoughAndItStartsInShadow() {
    Profile profile = ProfileReader.read(texts);

    assertThat(profile.mode()).isEqualTo(DunningMode.SHADOW);
    assertThat(profile.company().timeZone()).isEqualTo(ZoneId.of("Europe/Amsterdam"));
    assertThat(profile.company().currency()).isEqualTo(CurrencyUnit.EUR);
    assertThat(profile.company().accounts()).isEmpty();
  }

  @Test
  void allThatCanBeSaidIsReadAndBecomesTheSameTextsAgain() {
    texts.put(ProfileField.COUNTRY, "nl");
    texts.put(ProfileField.LANGUAGE, "NL");
    texts.put(ProfileField.ACCOUNTS, "nl44 rabo 0123 4567 89\r\n\r\nBBAN: 123-456 7\r\n");
    texts.put(ProfileField.CREDITOR_IDENTIFIER, "de98 zzz 09999999999");
    texts.put(ProfileField.VAT_RECOVERABLE, "true");
    texts.put(ProfileField.PAYMENT_TERM_DAYS, "14");
    texts.put(ProfileField.TOLERANCE, "usd 6\nEUR 5.00");
    texts.put(ProfileField.AUTO_THRESHOLD, "0.990");
    texts.put(ProfileField.TEST_MAILBOX, "me@acme.example");
    texts.put(ProfileField.COLOR, "#1F4E79");
    texts.put(ProfileField.MODE, "TEST");

    Profile profile = ProfileReader.read(texts);

    assertThat(profile.company().accounts())
        .containsExactly(
            AccountId.ofIban("NL44RABO0123456789"), new AccountId(null, "123-456 7", "BBAN"));
    assertThat(profile.company().tolerance())
        .containsEntry(CurrencyUnit.EUR, Money.parse("EUR 5.00"))
        .containsEntry(CurrencyUnit.USD, Money.parse("USD 6.00"));
    Map<ProfileField, String> again = profile.texts("logo");
    assertThat(again)
        .containsEntry(ProfileField.COUNTRY, "NL")
        .containsEntry(ProfileField.LANGUAGE, "nl")
        .containsEntry(ProfileField.ACCOUNTS, "NL44RABO0123456789\nBBAN:123-456 7")
        .containsEntry(ProfileField.CREDITOR_IDENTIFIER, "DE98ZZZ09999999999")
        .containsEntry(ProfileField.TOLERANCE, "EUR 5.00\nUSD 6.00")
        .containsEntry(ProfileField.AUTO_THRESHOLD, "0.99")
        .containsEntry(ProfileField.LOGO, "logo");
    assertThat(ProfileReader.read(again).texts("logo")).isEqualTo(again);
  }

  @Test
  void allThatIsWrongIsSaidAtOnceEachWithItsFieldAndWhatWouldBeRight() {
    texts.put(ProfileField.NAME, "");
    texts.put(ProfileField.COUNTRY, "XX");
    texts.put(ProfileField.ACCOUNTS, "NL44RABO0123456788");
    texts.put(ProfileField.MODE, "TEST");

    assertThat(errors())
        .extracting(error -> error.field().key() + " " + error.sentence())
        .containsExactly(
            "name This is needed; fill it in.",
            "country “XX” is no country of ISO 3166; give its two letters, as in NL.",
            "accounts “NL44RABO0123456788” is no IBAN: a letter or digit is wrong or missing. An"
                + " account that has none is written as its number, or as scheme and number, as in"
                + " BBAN:12345678.",
            "testMailbox Test mode sends everything to the test mailbox; give its address.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ID                  | Acme                        | NOT_AN_ID
          ID                  | ../acme                     | NOT_AN_ID
          COUNTRY             | Netherlands                 | NOT_A_COUNTRY
          TIME_ZONE           | Amsterdam                   | NOT_A_TIME_ZONE
          LANGUAGE            | es                          | NOT_A_LANGUAGE
          CURRENCY            | EURO                        | NOT_A_CURRENCY
          ACCOUNTS            | NL44RABO012345678           | NOT_AN_IBAN
          ACCOUNTS            | RABO0123456789              | NOT_AN_IBAN
          CREDITOR_IDENTIFIER | NL98-ZZZ-999999990000       | NOT_A_CREDITOR_IDENTIFIER
          VAT_RECOVERABLE     | yes                         | NOT_A_TRUTH
          PAYMENT_TERM_DAYS   | -1                          | NOT_DAYS
          PAYMENT_TERM_DAYS   | 366                         | NOT_DAYS
          TOLERANCE           | 5.00                        | NOT_A_TOLERANCE
          TOLERANCE           | EUR -5.00                   | NOT_A_TOLERANCE
          TOLERANCE           | EUR 5.001                   | NOT_A_TOLERANCE
          AUTO_THRESHOLD      | 1.1                         | NOT_A_SHARE
          AUTO_THRESHOLD      | .                           | NOT_A_SHARE
          AUTO_THRESHOLD      | 1e-9                        | NOT_A_SHARE
          REPLY_TO            | a@b.example,c@d.example     | NOT_AN_ADDRESS
          TEST_MAILBOX        | nobody                      | NOT_AN_ADDRESS
          COLOR               | blue                        | NOT_A_COLOR
          MODE                | ON                          | NOT_A_MODE
          """)
  void whatCannotBeUsedIsNamed(ProfileField field, String text, Fault fault) {
    texts.put(field, text);

    assertThat(errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.field()).isEqualTo(field);
              assertThat(error.fault()).isEqualTo(fault);
            });
  }

  @Test
  void anAccountIsNamedAsTheFilesOfItsBankNameIt() {
    texts.put(ProfileField.ACCOUNTS, "0012345678\nBBAN:0012345678");

    assertThat(ProfileReader.read(texts).company().accounts())
        .containsExactly(
            new AccountId(null, "0012345678", null), new AccountId(null, "0012345678", "BBAN"));
  }

  @Test
  void anAccountOrACurrencyIsSaidOnce() {
    texts.put(ProfileField.ACCOUNTS, "NL44RABO0123456789\nNL44 RABO 0123 4567 89");
    texts.put(ProfileField.TOLERANCE, "EUR 1\nEUR 2");

    assertThat(errors()).extracting(ProfileError::fault).containsExactly(Fault.TWICE, Fault.TWICE);
  }

  @Test
  void aTextWithoutEndIsNotSaidBackWhole() {
    texts.put(ProfileField.COLOR, "x".repeat(100_000));

    assertThat(errors().getFirst().sentence()).hasSizeLessThan(200);
  }

  @Test
  void whatCannotBeWrittenOrKeptIsRefused() {
    texts.put(ProfileField.NAME, "Acme \u0000");
    texts.put(ProfileField.TEST_MAILBOX, "a\uD800@b.example");

    assertThat(errors())
        .extracting(ProfileError::fault)
        .containsExactly(Fault.NOT_A_NAME, Fault.NOT_AN_ADDRESS);
  }

  @Test
  void defaultsAloneLackOnlyWhatACompanyMustSay() {
    assertThatCode(() -> ProfileReader.read(texts)).doesNotThrowAnyException();
    WrongProfile wrong =
        catchThrowableOfType(WrongProfile.class, () -> ProfileReader.read(Profile.defaults()));

    assertThat(wrong.errors())
        .extracting(ProfileError::field)
        .containsExactly(
            ProfileField.ID, ProfileField.NAME, ProfileField.COUNTRY, ProfileField.REPLY_TO);
  }

  private List<ProfileError> errors() {
    return catchThrowableOfType(WrongProfile.class, () -> ProfileReader.read(texts)).errors();
  }
}
