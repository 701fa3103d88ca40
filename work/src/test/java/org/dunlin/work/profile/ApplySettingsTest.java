package org.dunlin.work.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dunlin.core.brand.Logo;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.profile.Fault;
import org.dunlin.core.profile.ProfileError;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.store.company.SettingOrigin;
import org.dunlin.store.company.SettingOrigin.Kind;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Journal;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the file says wins; what it does not say stays as people made it. */
class ApplySettingsTest {
  private static final Author ANNA = Author.onPage("anna");

  private final TestHub hub = TestHub.empty();
  private final ApplySettings settings = new ApplySettings(hub.stores, hub.modes);
  private final ChangeProfile people = new ChangeProfile(hub.stores, hub.modes);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aCompanyOfTheFileIsThereWithDefaultsForWhatTheFileDoesNotSay() {
    apply(SettingsFile.of("acme").say(ProfileField.ACCOUNTS, TestHub.IBAN).folder("books", "/a"));

    KeptProfile kept = kept("acme");
    assertThat(kept.texts())
        .containsEntry(ProfileField.NAME, "Company acme")
        .containsEntry(ProfileField.ACCOUNTS, TestHub.IBAN)
        .containsEntry(ProfileField.TIME_ZONE, "Europe/Amsterdam")
        .containsEntry(ProfileField.MODE, "SHADOW");
    assertThat(kept.placeInFile(ProfileField.NAME)).contains("dunlin.yaml, line 3");
    assertThat(kept.origin(ProfileField.TIME_ZONE)).isEmpty();
    assertThat(kept.originOfConnection("books")).map(SettingOrigin::kind).contains(Kind.FILE);
    assertThat(hub.stores.connections().find("acme", "books")).isPresent();
    assertThat(events("acme")).containsExactly("CONNECTION_ADDED", "COMPANY_ADDED");
  }

  @Test
  void theSameFileTwiceWritesNothing() throws IOException {
    SettingsFile file =
        SettingsFile.of("acme")
            .say(ProfileField.ACCOUNTS, TestHub.IBAN)
            .say(ProfileField.TOLERANCE, "EUR 5.00")
            .say(ProfileField.COLOR, "#1F4E79")
            .say(ProfileField.MODE, "LIVE")
            .insist("so it is")
            .logo(picture(10))
            .folder("books", "/a");
    apply(file);
    List<String> before = rows();
    apply(file);

    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aChangedLineOfTheFileIsAppliedAndJournalledWithBeforeAndAfter() {
    apply(SettingsFile.of("acme"));
    apply(SettingsFile.of("acme").say(ProfileField.NAME, "Acme Holding"));

    Journal.Entry entry = hub.stores.journal().newest("acme", 1).getFirst();
    assertThat(entry.event()).isEqualTo("COMPANY_CHANGED");
    assertThat(entry.actor()).isEqualTo("settings");
    assertThat(entry.reason()).isEqualTo("Changed: name from “Company acme” to “Acme Holding”.");
    assertThat(entry.before()).contains("Company acme");
    assertThat(entry.after()).contains("Acme Holding");
    assertThat(hub.stores.companies().workDue("acme", WorkDue.MATCH)).hasSize(2);
  }

  @Test
  void whatOnlyStandsElsewhereNowIsNoChange() {
    apply(SettingsFile.of("acme"));
    apply(
        new SettingsFile("acme")
            .emptyLine()
            .say(ProfileField.NAME, "Company acme")
            .say(ProfileField.COUNTRY, "NL")
            .say(ProfileField.REPLY_TO, "ar@acme.example"));

    assertThat(kept("acme").placeInFile(ProfileField.NAME)).contains("dunlin.yaml, line 4");
    assertThat(events("acme")).containsExactly("COMPANY_ADDED");
  }

  @Test
  void whatAPersonSetStaysWhereTheFileSaysNothingOfIt() {
    apply(SettingsFile.of("acme"));
    people.change("acme", null, Map.of(ProfileField.LANGUAGE, "nl"), ANNA);
    apply(SettingsFile.of("acme"));

    assertThat(kept("acme").texts()).containsEntry(ProfileField.LANGUAGE, "nl");
    assertThat(kept("acme").origin(ProfileField.LANGUAGE))
        .map(origin -> origin.kind() + " " + origin.by())
        .contains("CONSOLE anna");
  }

  @Test
  void whatTheFileComesToSayWinsOverAPerson() {
    apply(SettingsFile.of("acme"));
    people.change("acme", null, Map.of(ProfileField.LANGUAGE, "nl"), ANNA);
    apply(SettingsFile.of("acme").say(ProfileField.LANGUAGE, "de"));

    assertThat(kept("acme").texts()).containsEntry(ProfileField.LANGUAGE, "de");
    assertThat(kept("acme").placeInFile(ProfileField.LANGUAGE)).isPresent();
  }

  @Test
  void whatTheFileSaysNoMoreStaysAndPeopleMayChangeIt() {
    apply(SettingsFile.of("acme").say(ProfileField.LANGUAGE, "de").folder("books", "/a"));
    apply(SettingsFile.of("acme"));

    KeptProfile kept = kept("acme");
    assertThat(kept.texts()).containsEntry(ProfileField.LANGUAGE, "de");
    assertThat(kept.origin(ProfileField.LANGUAGE))
        .map(SettingOrigin::kind)
        .contains(Kind.FORMER_FILE);
    assertThat(kept.originOfConnection("books"))
        .map(SettingOrigin::kind)
        .contains(Kind.FORMER_FILE);
    assertThat(hub.stores.connections().find("acme", "books")).isPresent();
    assertThat(events("acme")).startsWith("SETTINGS_LEFT");
    people.change("acme", null, Map.of(ProfileField.LANGUAGE, "fr"), ANNA);
    assertThat(kept("acme").texts()).containsEntry(ProfileField.LANGUAGE, "fr");
  }

  @Test
  void aCompanyThatTheFileNamesNoMoreGoesOnAsItWasAndPeopleMayChangeIt() {
    apply(
        SettingsFile.of("acme")
            .say(ProfileField.MODE, "LIVE")
            .insist("so it is")
            .folder("books", "/a"));
    apply();
    List<String> before = rows();
    apply();

    assertThat(rows()).as("said once").isEqualTo(before);
    assertThat(events("acme")).startsWith("COMPANY_LEFT_SETTINGS");
    assertThat(kept("acme").kept().mode()).isEqualTo(DunningMode.LIVE);
    assertThat(kept("acme").origins().values())
        .extracting(SettingOrigin::kind)
        .containsOnly(Kind.FORMER_FILE);
  }

  @Test
  void aModeOfTheFileIsAppliedOnceSoThatASwitchOutlivesTheNextStart() {
    SettingsFile live = SettingsFile.of("acme").say(ProfileField.MODE, "LIVE").insist("so it is");
    apply(live);
    hub.decisions.switchTo("acme", DunningMode.SHADOW, "anna", "");
    apply(live);

    assertThat(kept("acme").kept().mode()).isEqualTo(DunningMode.SHADOW);
    assertThat(kept("acme").origin(ProfileField.MODE))
        .map(origin -> origin.kind() + " " + origin.by())
        .contains("CONSOLE anna");
  }

  @Test
  void aModeThatTheFileNewlySaysIsADecision() {
    apply(SettingsFile.of("acme").say(ProfileField.MODE, "SHADOW"));
    apply(SettingsFile.of("acme").say(ProfileField.MODE, "LIVE").insist("so it is"));

    assertThat(kept("acme").kept().mode()).isEqualTo(DunningMode.LIVE);
    assertThat(events("acme")).startsWith("SWITCHED_TO_LIVE");
    List<String> before = rows();
    apply(SettingsFile.of("acme").say(ProfileField.MODE, "LIVE").insist("so it is"));
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aHubThatHadNotNotedWhoSaidWhatKeepsTheModesThatPeopleChose() {
    hub.company("acme", DunningMode.LIVE, null, TestHub.IBAN);
    apply(SettingsFile.of("acme").say(ProfileField.MODE, "SHADOW"));

    assertThat(kept("acme").kept().mode()).isEqualTo(DunningMode.LIVE);
  }

  @Test
  void aLogoOfTheFileIsReplacedWhenThePictureChangesAndGoneWhenItSaysNone() throws IOException {
    apply(SettingsFile.of("acme").logo(picture(10)));
    String first = kept("acme").texts().get(ProfileField.LOGO);
    apply(SettingsFile.of("acme").logo(picture(20)));
    assertThat(kept("acme").texts().get(ProfileField.LOGO)).isNotEmpty().isNotEqualTo(first);
    apply(SettingsFile.of("acme").say(ProfileField.LOGO, ""));

    assertThat(kept("acme").brand().logo()).isNull();
  }

  @Test
  void allThatIsWrongWithACompanyIsSaidAndNothingOfItIsApplied() {
    ApplySettings.Refused refused =
        catchThrowableOfType(
            ApplySettings.Refused.class,
            () ->
                apply(
                    SettingsFile.of("acme")
                        .say(ProfileField.COUNTRY, "Holland")
                        .say(ProfileField.MODE, "TEST")));

    assertThat(refused.company().id()).isEqualTo("acme");
    assertThat(refused.reason().errors())
        .extracting(ProfileError::fault)
        .containsExactly(Fault.NOT_A_COUNTRY, Fault.TEST_NEEDS_MAILBOX);
    assertThat(hub.stores.companies().ids()).isEmpty();
  }

  @Test
  void anAccountMovesFromOneCompanyToAnotherInOneFile() {
    apply(SettingsFile.of("acme").say(ProfileField.ACCOUNTS, TestHub.IBAN), SettingsFile.of("b"));
    apply(
        SettingsFile.of("b").say(ProfileField.ACCOUNTS, TestHub.IBAN),
        SettingsFile.of("acme").say(ProfileField.ACCOUNTS, ""));

    assertThat(kept("b").texts()).containsEntry(ProfileField.ACCOUNTS, TestHub.IBAN);
    assertThat(kept("acme").texts()).containsEntry(ProfileField.ACCOUNTS, "");
  }

  @Test
  void anAccountOfACompanyThatTheFileDoesNotNameStaysThere() {
    hub.company("other", DunningMode.SHADOW, null, TestHub.IBAN);
    ApplySettings.Refused refused =
        catchThrowableOfType(
            ApplySettings.Refused.class,
            () -> apply(SettingsFile.of("acme").say(ProfileField.ACCOUNTS, TestHub.IBAN)));

    assertThat(refused.reason()).hasMessageContaining("is that of another company");
  }

  private void apply(SettingsFile... files) {
    settings.apply(Stream.of(files).map(SettingsFile::company).toList());
  }

  private KeptProfile kept(String companyId) {
    return KeptProfile.find(hub.stores, companyId).orElseThrow();
  }

  private List<String> events(String companyId) {
    return hub.stores.journal().newest(companyId, 100).stream().map(Journal.Entry::event).toList();
  }

  /** Every row that speaks of companies, with the transaction that wrote it. */
  private List<String> rows() {
    return hub.jdbc()
        .sql(
            """
            select x from (
              select xmin::text || c::text as x from company c
              union all select xmin::text || c::text from company_account c
              union all select xmin::text || c::text from company_brand c
              union all select xmin::text || c.logo_id from company_logo c
              union all select xmin::text || c::text from connection c
              union all select xmin::text || c::text from setting_origin c
              union all select xmin::text || c::text from work_due c
              union all select xmin::text || c::text from journal c) as rows
            order by x
            """)
        .query(String.class)
        .list();
  }

  private static Logo picture(int width) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, 5, BufferedImage.TYPE_INT_RGB), "png", png);
    return Logo.of(png.toByteArray());
  }
}
