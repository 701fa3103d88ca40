package org.dunlin.work.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.store.journal.Journal;
import org.dunlin.work.BankFile;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.profile.ApplySettings;
import org.dunlin.work.profile.Author;
import org.dunlin.work.profile.ChangeProfile;
import org.dunlin.work.profile.SaidCompany;
import org.dunlin.work.profile.SaidCompany.Said;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A company goes live once nothing blocks, or where somebody insists, whichever way is taken. */
class SwitchModeTest {
  private static final Author PROGRAM = Author.overApi("erp");

  private final TestHub hub = TestHub.with(DunningMode.TEST);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whileSomethingBlocksItDoesNotGoLiveAndIsToldWhatIsToBeDone() {
    NotReady refused =
        catchThrowableOfType(
            NotReady.class, () -> hub.modes.to("acme", DunningMode.LIVE, " ", "ann"));

    assertThat(refused)
        .hasMessageStartingWith("Company acme does not go live while points of its roll-out")
        .hasMessageContaining("First bring in its open invoices (INVOICES_THERE); ")
        .hasMessageContaining("receive and read a test message, and tick it");
    assertThat(refused.open())
        .containsExactly(
            Point.INVOICES_THERE,
            Point.BANK_READ,
            Point.TEST_MESSAGE_RECEIVED,
            Point.FIRST_REMINDERS_REVIEWED);
    assertThat(mode()).isEqualTo(DunningMode.TEST);
    assertThat(hub.stores.journal().newest("acme", 10)).isEmpty();
  }

  @Test
  void whoInsistsSaysWhyAndTheJournalKeepsWhoWhyAndWhatWasOpen() {
    hub.modes.to("acme", DunningMode.LIVE, "the bank is late", "ann");

    assertThat(mode()).isEqualTo(DunningMode.LIVE);
    assertThat(newest().event()).isEqualTo("SWITCHED_TO_LIVE");
    assertThat(newest().actor()).isEqualTo("ann");
    assertThat(newest().reason()).contains("“the bank is late”", "BANK_READ", "INVOICES_THERE");
  }

  @Test
  void onceAllIsSeenToItGoesLiveAndThereIsNothingToInsistOn() {
    seeToAll();
    hub.modes.to("acme", DunningMode.LIVE, "whatever", "ann");

    assertThat(mode()).isEqualTo(DunningMode.LIVE);
    assertThat(newest().event()).isEqualTo("SWITCHED_TO_LIVE");
    assertThat(newest().reason()).isNullOrEmpty();
  }

  @Test
  void whatIsLiveStaysSoAndTheWayBackAsksNothing() {
    hub.modes.to("acme", DunningMode.LIVE, "the bank is late", "ann");
    hub.modes.to("acme", DunningMode.LIVE, null, "ann");
    hub.modes.to("acme", DunningMode.SHADOW, null, "ann");
    hub.modes.to("acme", DunningMode.TEST, null, "ann");

    assertThat(mode()).isEqualTo(DunningMode.TEST);
    assertThatThrownBy(() -> hub.modes.to("acme", DunningMode.LIVE, null, "ann"))
        .as("asked anew")
        .isInstanceOf(NotReady.class);
  }

  @Test
  void aReasonThatIsTooLongIsRefused() {
    String endless = "x".repeat(SwitchMode.LONGEST_REASON + 1);
    assertThatThrownBy(() -> hub.modes.to("acme", DunningMode.LIVE, endless, "ann"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(mode()).isEqualTo(DunningMode.TEST);
  }

  @Test
  void overTheApiNothingOfAProfileIsChangedThatWouldGoLiveTooEarly() {
    ChangeProfile people = new ChangeProfile(hub.stores, hub.modes);
    Map<ProfileField, String> said =
        Map.of(ProfileField.MODE, "LIVE", ProfileField.NAME, "Acme Holding");
    assertThatThrownBy(() -> people.change("acme", null, said, PROGRAM))
        .isInstanceOf(NotReady.class);
    assertThat(hub.stores.companies().profile("acme").company().name()).isEqualTo("Company acme");

    people.change("acme", null, said, "the bank is late", PROGRAM);
    assertThat(mode()).isEqualTo(DunningMode.LIVE);
    assertThat(hub.stores.companies().profile("acme").company().name()).isEqualTo("Acme Holding");
    assertThat(newest().actor()).isEqualTo("erp");
    assertThat(newest().reason()).contains("the bank is late");
  }

  @Test
  void aNewCompanyDoesNotBeginLiveUnlessSomebodyInsists() {
    ChangeProfile people = new ChangeProfile(hub.stores, hub.modes);
    Map<ProfileField, String> said =
        Map.of(
            ProfileField.ID, "new",
            ProfileField.NAME, "New B.V.",
            ProfileField.COUNTRY, "NL",
            ProfileField.REPLY_TO, "ar@new.example",
            ProfileField.MODE, "LIVE");
    assertThatThrownBy(() -> people.add(said, PROGRAM)).isInstanceOf(NotReady.class);
    assertThat(hub.stores.companies().find("new")).isEmpty();

    people.add(said, "it moves here", PROGRAM);
    assertThat(hub.stores.companies().profile("new").mode()).isEqualTo(DunningMode.LIVE);
    assertThat(hub.stores.journal().newest("new", 10))
        .filteredOn(entry -> entry.event().equals("SWITCHED_TO_LIVE"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.reason()).contains("it moves here"));
  }

  @Test
  void aSettingsFileIsAskedTheSame() {
    ApplySettings settings = new ApplySettings(hub.stores, hub.modes);
    settings.apply(List.of(file("TEST", null)));
    assertThatThrownBy(() -> settings.apply(List.of(file("LIVE", null))))
        .isInstanceOf(NotReady.class);
    assertThat(mode()).isEqualTo(DunningMode.TEST);

    settings.apply(List.of(file("LIVE", "the bank is late")));
    assertThat(mode()).isEqualTo(DunningMode.LIVE);
    assertThat(newest().actor()).isEqualTo("settings");
    settings.apply(List.of(file("LIVE", null)));
    assertThat(mode()).as("what it said before is said").isEqualTo(DunningMode.LIVE);
  }

  private void seeToAll() {
    LocalDate due = TestHub.TODAY.minusDays(10);
    hub.offer("a.xml", InvoiceFile.of("A", "c1", due, "100.00").bytes());
    hub.offer("bank.xml", BankFile.day(TestHub.IBAN, LocalDate.of(2026, 11, 23)).bytes());
    hub.settle();
    RollOut rollOut = new RollOut(hub.stores, new MailSender("ar@acme.example"));
    rollOut.tick("acme", Point.TEST_MESSAGE_RECEIVED, "ann");
    rollOut.tick("acme", Point.FIRST_REMINDERS_REVIEWED, "ann");
  }

  private static SaidCompany file(String mode, @Nullable String anyway) {
    Said said = new Said(mode, "dunlin.yaml, line 7");
    return new SaidCompany(
        "acme", Map.of(ProfileField.MODE, said), null, Map.of(), Map.of(), Set.of(), null, anyway);
  }

  private DunningMode mode() {
    return hub.stores.companies().profile("acme").mode();
  }

  private Journal.Entry newest() {
    return hub.stores.journal().newest("acme", 1).getFirst();
  }
}
