package org.dunlin.config.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.store.Stores;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.TestKeys;
import org.dunlin.store.company.SettingOrigin;
import org.dunlin.work.person.Decisions;
import org.dunlin.work.profile.ApplySettings;
import org.dunlin.work.profile.KeptProfile;
import org.dunlin.work.rollout.MailSender;
import org.dunlin.work.rollout.RollOut;
import org.dunlin.work.rollout.SwitchMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Companies of dunlin.yaml: applied with the place of each word, or refused with it. */
class SaidCompaniesTest {
  @TempDir private Path folder;
  private final TestDatabase database = TestDatabase.create();
  private final Stores stores =
      Stores.over(database.dataSource(), Duration.ofSeconds(30), Clock.systemUTC(), TestKeys.RING);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatTheFileSaysIsKeptWithItsLine() throws IOException {
    apply(
        """
        dunlin:
          companies:
            - id: acme
              name: Acme B.V.
              country: NL
              reply-to: ar@acme.example
              vat-recoverable: true
              payment-term-days: 14
              tolerance: {EUR: 5.00}
              ibans:
                - NL44 RABO 0123 4567 89
              accounts: ["BBAN:1234"]
              folders:
                books: /srv/acme
        """);

    KeptProfile kept = KeptProfile.find(stores, "acme").orElseThrow();
    assertThat(kept.texts())
        .containsEntry(ProfileField.ACCOUNTS, "NL44RABO0123456789\nBBAN:1234")
        .containsEntry(ProfileField.TOLERANCE, "EUR 5.00")
        .containsEntry(ProfileField.VAT_RECOVERABLE, "true")
        .containsEntry(ProfileField.PAYMENT_TERM_DAYS, "14");
    assertThat(kept.placeInFile(ProfileField.NAME)).contains("dunlin.yaml, line 4");
    assertThat(kept.placeInFile(ProfileField.TOLERANCE)).contains("dunlin.yaml, line 9");
    assertThat(kept.placeInFile(ProfileField.ACCOUNTS)).contains("dunlin.yaml, line 11");
    assertThat(kept.origin(ProfileField.LANGUAGE)).as("not said").isEmpty();
    assertThat(kept.originOfConnection("books"))
        .map(SettingOrigin::place)
        .contains("dunlin.yaml, line 14");
  }

  @Test
  void allThatIsWrongIsSaidEachWithItsLine() {
    assertThatThrownBy(
            () ->
                apply(
                    """
                    dunlin:
                      companies:
                        - id: acme
                          name: Acme B.V.
                          country: Holland
                          ibans: [NL44RABO0123456788]
                    """))
        .isInstanceOf(WrongSettings.class)
        .hasMessageContaining("Company acme of the settings cannot be used:")
        .hasMessageContaining("  country (dunlin.yaml, line 5): “Holland” is no country")
        .hasMessageContaining("  ibans (dunlin.yaml, line 6): “NL44RABO0123456788” is no IBAN")
        .hasMessageContaining("  reply-to: This is needed; fill it in.");
  }

  @Test
  void aCompanyThatWouldGoLiveTooEarlyIsRefusedWithWhatIsOpenUntilTheFileInsists()
      throws IOException {
    String live =
        """
        dunlin:
          companies:
            - {id: acme, name: Acme B.V., country: NL, reply-to: a@a.example, mode: LIVE%s}
        """;
    assertThatThrownBy(() -> apply(live.formatted("")))
        .isInstanceOf(WrongSettings.class)
        .hasMessageContaining("Company acme does not go live while points of its roll-out are open")
        .hasMessageContaining("set up a mail server with a sender (MAIL_LEAVES)")
        .hasMessageContaining("go-live-anyway");
    assertThat(stores.companies().find("acme")).isEmpty();

    apply(live.formatted(", go-live-anyway: it moves here"));
    assertThat(stores.companies().profile("acme").mode()).isEqualTo(DunningMode.LIVE);
  }

  @Test
  void twoCompaniesDoNotShareAnAccount() {
    assertThatThrownBy(
            () ->
                apply(
                    """
                    dunlin:
                      companies:
                        - {id: a, name: A, country: NL, reply-to: a@a.example, ibans: [NL44RABO0123456789]}
                        - {id: b, name: B, country: NL, reply-to: b@b.example, ibans: [NL44 RABO 0123 4567 89]}
                    """))
        .isInstanceOf(WrongSettings.class)
        .hasMessage("The account NL44RABO0123456789 is that of a and of b; give each its own.");
  }

  private void apply(String yaml) throws IOException {
    WrittenSettings written = new WrittenSettings(folder, yaml, Map.of());
    new SaidCompanies(written.settings().companies(), written.environment())
        .apply(
            new ApplySettings(
                stores,
                new SwitchMode(
                    stores,
                    new Decisions(stores, Abilities.NONE),
                    new RollOut(stores, new MailSender("")))));
  }
}
