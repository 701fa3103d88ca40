package org.dunlin.work.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.core.profile.WrongProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.store.company.SettingOrigin;
import org.dunlin.store.journal.Journal;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people change of a company's profile and folders, and what they may not. */
class ChangeProfileTest {
  private static final Author ANNA = Author.onPage("anna");
  private static final Author PROGRAM = Author.overApi("anna");

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private final ChangeProfile people = new ChangeProfile(hub.stores, hub.modes);
  private final ChangeFolders folders = new ChangeFolders(hub.stores);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aCompanyThatAPersonAddsBeginsInShadow() {
    people.add(
        Map.of(
            ProfileField.ID, "new",
            ProfileField.NAME, "New B.V.",
            ProfileField.COUNTRY, "NL",
            ProfileField.REPLY_TO, "ar@new.example"),
        ANNA);

    KeptProfile kept = kept("new");
    assertThat(kept.kept().mode()).isEqualTo(DunningMode.SHADOW);
    assertThat(kept.origin(ProfileField.NAME))
        .map(SettingOrigin::kind)
        .contains(SettingOrigin.Kind.CONSOLE);
    assertThat(newest("new").event()).isEqualTo("COMPANY_ADDED");
    assertThat(newest("new").actor()).isEqualTo("anna");
  }

  @Test
  void aCompanyIsNotAddedOverOneThatIsThere() {
    Map<ProfileField, String> texts = kept("acme").texts();
    texts.put(ProfileField.ACCOUNTS, "");

    assertThatThrownBy(() -> people.add(texts, ANNA)).isInstanceOf(StaleProfile.class);
  }

  @Test
  void onlyWhatIsSaidChangesAndItsOriginIsKnown() {
    people.change("acme", null, Map.of(ProfileField.PAYMENT_TERM_DAYS, "14"), PROGRAM);

    KeptProfile kept = kept("acme");
    assertThat(kept.texts())
        .containsEntry(ProfileField.PAYMENT_TERM_DAYS, "14")
        .containsEntry(ProfileField.ACCOUNTS, TestHub.IBAN);
    assertThat(kept.origin(ProfileField.PAYMENT_TERM_DAYS))
        .map(origin -> origin.kind() + " " + origin.by())
        .contains("API anna");
    assertThat(newest("acme").reason()).isEqualTo("Changed: paymentTermDays from “30” to “14”.");
  }

  @Test
  void whatIsAsItWasIsNotJournalled() {
    people.change("acme", null, kept("acme").texts(), ANNA);

    assertThat(hub.stores.journal().newest("acme", 10)).isEmpty();
    assertThat(kept("acme").origins()).isEmpty();
  }

  @Test
  void aChangeOfWhatWasReadBeforeAnotherChangedItIsRefused() {
    String read = kept("acme").version();
    people.change("acme", read, Map.of(ProfileField.LANGUAGE, "nl"), ANNA);

    assertThatThrownBy(() -> people.change("acme", read, Map.of(ProfileField.LANGUAGE, "de"), ANNA))
        .isInstanceOf(StaleProfile.class);
    assertThat(kept("acme").texts()).containsEntry(ProfileField.LANGUAGE, "nl");
  }

  @Test
  void whatTheFileSaysIsChangedThere() {
    new ApplySettings(hub.stores, hub.modes)
        .apply(List.of(new SettingsFile("acme").say(ProfileField.LANGUAGE, "de").company()));

    assertThatThrownBy(() -> people.change("acme", null, Map.of(ProfileField.LANGUAGE, "nl"), ANNA))
        .isInstanceOf(SetInFile.class)
        .hasMessage(
            "language is set in dunlin.yaml, line 3; change it there and start the hub again.");
    people.change(
        "acme", null, Map.of(ProfileField.LANGUAGE, "de", ProfileField.COLOR, "#112233"), ANNA);
    assertThat(kept("acme").texts()).containsEntry(ProfileField.COLOR, "#112233");
  }

  @Test
  void whoActsForOneCompanyAddsNoAccountWhoseStatementsOthersWouldHandOver() {
    Author program = Author.overApiForOne("token books");
    Map<ProfileField, String> accounts =
        Map.of(ProfileField.ACCOUNTS, TestHub.IBAN + "\nNL91ABNA0417164300");

    assertThatThrownBy(() -> people.change("acme", null, accounts, program))
        .isInstanceOfSatisfying(
            WrongProfile.class,
            wrong ->
                assertThat(wrong.errors().getFirst().sentence())
                    .contains("NL91ABNA0417164300", "An administrator"));

    people.change("acme", null, accounts, PROGRAM);
    people.change("acme", null, Map.of(ProfileField.NAME, "Acme N.V."), program);
    assertThat(kept("acme").kept().company().accounts()).hasSize(2);
    assertThat(kept("acme").kept().company().name()).isEqualTo("Acme N.V.");
  }

  @Test
  void anAccountBelongsToOneCompany() {
    hub.company("other", DunningMode.SHADOW, null, "NL91ABNA0417164300");

    assertThatThrownBy(
            () ->
                people.change(
                    "acme",
                    null,
                    Map.of(ProfileField.ACCOUNTS, TestHub.IBAN + "\nNL91ABNA0417164300"),
                    ANNA))
        .isInstanceOf(WrongProfile.class)
        .hasMessageContaining("NL91ABNA0417164300 is that of another company");
  }

  @Test
  void aSwitchIsADecisionBesideTheOtherChanges() {
    people.change(
        "acme", null, Map.of(ProfileField.MODE, "TEST", ProfileField.LANGUAGE, "nl"), PROGRAM);

    assertThat(kept("acme").kept().mode()).isEqualTo(DunningMode.TEST);
    assertThat(hub.stores.journal().newest("acme", 10))
        .extracting(Journal.Entry::event)
        .containsExactly("SWITCHED_TO_TEST", "COMPANY_CHANGED");
    assertThat(kept("acme").origin(ProfileField.MODE))
        .map(SettingOrigin::kind)
        .contains(SettingOrigin.Kind.API);
  }

  @Test
  void testModeIsRefusedWithoutAMailboxAndNothingElseIsChanged() {
    assertThatThrownBy(
            () ->
                people.change(
                    "acme",
                    null,
                    Map.of(
                        ProfileField.MODE, "TEST",
                        ProfileField.TEST_MAILBOX, "",
                        ProfileField.LANGUAGE, "nl"),
                    ANNA))
        .isInstanceOf(WrongProfile.class);
    assertThat(kept("acme").texts()).containsEntry(ProfileField.LANGUAGE, "");
  }

  @Test
  void aFolderIsAddedMovedAndRemovedByAPerson() {
    folders.put("acme", "bank", "/srv/bank", ANNA);
    folders.put("acme", "bank", "/srv/other", ANNA);
    assertThat(hub.stores.connections().find("acme", "bank"))
        .map(Connection::settings)
        .contains(Map.of("path", "/srv/other"));
    assertThat(kept("acme").originOfConnection("bank"))
        .map(SettingOrigin::kind)
        .contains(SettingOrigin.Kind.CONSOLE);
    folders.remove("acme", "bank", ANNA);

    assertThat(hub.stores.connections().find("acme", "bank")).isEmpty();
    assertThat(hub.stores.journal().newest("acme", 10))
        .extracting(Journal.Entry::event)
        .containsExactly("CONNECTION_REMOVED", "CONNECTION_CHANGED", "CONNECTION_ADDED");
  }

  @Test
  void aFolderIsWatchedByOneConnection() {
    folders.put("acme", "bank", "/srv/bank", ANNA);

    assertThatThrownBy(() -> folders.put("acme", "again", "/srv/x/../bank/", ANNA))
        .isInstanceOf(WrongConnection.class)
        .hasMessageContaining("acme/bank");
  }

  @Test
  void aFolderOfTheFileIsNotGivenToAnotherConnection() {
    new ApplySettings(hub.stores, hub.modes)
        .apply(List.of(new SettingsFile("acme").folder("bank", "/srv/bank").company()));

    assertThatThrownBy(() -> folders.put("acme", "again", "/srv/bank", ANNA))
        .isInstanceOf(WrongConnection.class)
        .hasMessageContaining("acme/bank");
  }

  @Test
  void aFolderIsNamedWhollyAndAConnectionPlainly() {
    assertThatThrownBy(() -> folders.put("acme", "bank", "bank", ANNA))
        .isInstanceOf(WrongConnection.class);
    assertThatThrownBy(() -> folders.put("acme", "bank", "/srv/\u0000", ANNA))
        .isInstanceOf(WrongConnection.class);
    assertThatThrownBy(() -> folders.put("acme", "../bank", "/srv/bank", ANNA))
        .isInstanceOf(WrongConnection.class);
  }

  @Test
  void aConnectionOfTheFileIsChangedThere() {
    new ApplySettings(hub.stores, hub.modes)
        .apply(List.of(new SettingsFile("acme").folder("bank", "/srv/bank").company()));

    assertThatThrownBy(() -> folders.remove("acme", "bank", ANNA)).isInstanceOf(SetInFile.class);
    assertThatThrownBy(() -> folders.put("acme", "bank", "/srv/x", ANNA))
        .isInstanceOf(SetInFile.class);
  }

  @Test
  void thereIsNothingToChangeOfACompanyThatIsNotThere() {
    assertThatThrownBy(() -> people.change("nobody", null, Map.of(), ANNA))
        .isInstanceOf(UnknownCompany.class);
    assertThatThrownBy(() -> folders.put("nobody", "bank", "/srv/bank", ANNA))
        .isInstanceOf(UnknownCompany.class);
  }

  private KeptProfile kept(String companyId) {
    return KeptProfile.find(hub.stores, companyId).orElseThrow();
  }

  private Journal.Entry newest(String companyId) {
    return hub.stores.journal().newest(companyId, 1).getFirst();
  }
}
