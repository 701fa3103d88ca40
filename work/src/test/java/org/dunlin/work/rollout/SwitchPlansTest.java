package org.dunlin.work.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.dunning.PlanBook.InForce;
import org.dunlin.store.journal.Journal;
import org.dunlin.work.BankFile;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.dun.ChangePlans;
import org.dunlin.work.dun.ChangePlans.Chosen;
import org.dunlin.work.dun.PlanNotTaken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A company that is live for a group is asked before further customers are reminded. */
class SwitchPlansTest {
  private static final String GOLD =
      """
      plans:
        - id: gold
          for: {segments: [gold]}
          steps: [{id: one, due: "+30d", channel: EMAIL, template: reminder-1}]
      """;

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final RollOut rollOut = new RollOut(hub.stores, new MailSender("ar@acme.example"));
  private final SwitchPlans plans = new SwitchPlans(hub.stores, rollOut);

  @AfterEach
  void close() {
    hub.close();
  }

  /** Gold sends; the others only shadow, in this order. */
  private void group(String... others) {
    ChangePlans change = new ChangePlans(hub.stores);
    change.save("acme", null, null, GOLD, true, "ann");
    List<Chosen> chosen = new ArrayList<>();
    chosen.add(new Chosen("gold", false));
    List.of(others).forEach(other -> chosen.add(new Chosen(other, true)));
    change.choose("acme", chosen, "ann");
    assertThat(rollOut.of("acme").now()).isEqualTo(Rung.GROUP);
  }

  @Test
  void fromAGroupToAllIsNotGoneWhilePointsAreOpenAndTheyAreNamed() {
    group("standard");
    List<Chosen> all = List.of(new Chosen("gold", false), new Chosen("standard", false));
    List<String> before = inForce();

    NotReady refused =
        catchThrowableOfType(NotReady.class, () -> plans.choose("acme", all, " ", "ann"));

    assertThat(refused)
        .hasMessageStartingWith("Company acme reminds no further customers while points of its")
        .hasMessageContaining("First bring in its open invoices (INVOICES_THERE); ");
    assertThat(refused.open())
        .isEqualTo(plans.open("acme", all))
        .containsExactly(
            Point.INVOICES_THERE,
            Point.BANK_READ,
            Point.TEST_MESSAGE_RECEIVED,
            Point.FIRST_REMINDERS_REVIEWED);
    assertThat(inForce()).isEqualTo(before);
  }

  @Test
  void whoInsistsSaysWhyAndTheJournalKeepsWhoWhyAndWhatWasOpen() {
    group("standard");
    plans.choose(
        "acme",
        List.of(new Chosen("gold", false), new Chosen("standard", false)),
        "the bank is late",
        "bob");

    assertThat(rollOut.of("acme").now()).isEqualTo(Rung.ALL);
    Journal.Entry entry = insisted().getFirst();
    assertThat(entry.actor()).isEqualTo("bob");
    assertThat(entry.reason())
        .startsWith("Further customers are reminded all the same, since: “the bank is late”.")
        .contains("BANK_READ", "INVOICES_THERE");
  }

  @Test
  void onceAllIsSeenToNothingIsAskedNorNoted() {
    group("standard");
    seeToAll();
    plans.choose(
        "acme",
        List.of(new Chosen("gold", false), new Chosen("standard", false)),
        "whatever",
        "ann");

    assertThat(rollOut.of("acme").now()).isEqualTo(Rung.ALL);
    assertThat(insisted()).isEmpty();
  }

  @Test
  void aFurtherPlanOfSeveralIsAskedForThoughSomeStillShadow() {
    group("nl-business", "standard");
    refused(
        new Chosen("gold", false), new Chosen("nl-business", false), new Chosen("standard", true));
    refused(
        new Chosen("nl-consumer", false),
        new Chosen("gold", false),
        new Chosen("nl-business", true),
        new Chosen("standard", true));
  }

  @Test
  void whatShadowedNoMoreOrLaterLeavesItsCustomersToThoseThatSend() {
    ChangePlans change = new ChangePlans(hub.stores);
    change.choose(
        "acme",
        List.of(
            new Chosen("nl-business", true),
            new Chosen("nl-consumer", true),
            new Chosen("standard", false)),
        "ann");

    refused(new Chosen("nl-business", true), new Chosen("standard", false));
    refused(
        new Chosen("nl-business", true),
        new Chosen("standard", false),
        new Chosen("nl-consumer", true));
  }

  @Test
  void whatRemindsFewerIsNeverAsked() {
    group("nl-business", "standard");
    plans.choose(
        "acme",
        List.of(
            new Chosen("nl-business", true),
            new Chosen("gold", false),
            new Chosen("standard", true)),
        null,
        "ann");
    plans.choose(
        "acme", List.of(new Chosen("gold", true), new Chosen("standard", true)), null, "ann");
    assertThat(inForce()).containsExactly("gold shadow", "standard shadow");
  }

  @Test
  void aPlanThatSendsIsWrittenForMoreOnlyAfterTheSameQuestion() {
    group("standard");
    String wider = GOLD.replace("segments: [gold]", "segments: [gold, silver]");
    assertThatThrownBy(() -> plans.save("acme", "gold", null, wider, false, null, "ann"))
        .isInstanceOf(NotReady.class);
    assertThat(hub.stores.plans().newest("acme", "gold").orElseThrow().version()).isEqualTo(1);

    plans.save("acme", "gold", null, wider, false, "the bank is late", "ann");
    plans.save("acme", "gold", null, GOLD, false, null, "ann");
    assertThat(hub.stores.plans().newest("acme", "gold").orElseThrow().version()).isEqualTo(3);
    assertThat(insisted()).hasSize(1);
  }

  @Test
  void aNewPlanThatComesIntoForceAtOnceIsAskedForToo() {
    group("standard");
    String silver = GOLD.replace("gold", "silver");
    assertThatThrownBy(() -> plans.save("acme", null, null, silver, true, null, "ann"))
        .isInstanceOf(NotReady.class);
    assertThat(hub.stores.plans().newest("acme", "silver")).isEmpty();

    assertThat(plans.save("acme", null, null, silver, false, null, "ann").inForce()).isFalse();
  }

  @Test
  void whereNothingGoesToCustomersOrToAllOfThemAlreadyNobodyIsAsked() {
    plans.choose(
        "acme",
        List.of(new Chosen("nl-business", false), new Chosen("standard", false)),
        null,
        "a");
    group("standard");
    hub.decisions.switchTo("acme", DunningMode.TEST, "ann", "");
    List<Chosen> all = List.of(new Chosen("gold", false), new Chosen("standard", false));
    assertThat(plans.open("acme", all)).isEmpty();
    plans.choose("acme", all, null, "ann");
    assertThat(inForce()).containsExactly("gold", "standard");
  }

  @Test
  void aReasonThatIsTooLongIsRefusedAndSoIsAPlanThatThereIsNot() {
    group("standard");
    List<String> before = inForce();
    String endless = "x".repeat(SwitchMode.LONGEST_REASON + 1);
    assertThatThrownBy(
            () -> plans.choose("acme", List.of(new Chosen("standard", false)), endless, "ann"))
        .isInstanceOf(ReasonTooLong.class);
    List<Chosen> unknown = List.of(new Chosen("gold", false), new Chosen("silver", false));
    assertThat(plans.open("acme", unknown)).isNotEmpty();
    assertThatThrownBy(() -> plans.choose("acme", unknown, "why", "ann"))
        .isInstanceOf(PlanNotTaken.class);
    assertThat(inForce()).isEqualTo(before);
    assertThat(insisted()).isEmpty();
  }

  private void refused(Chosen... chosen) {
    List<String> before = inForce();
    assertThatThrownBy(() -> plans.choose("acme", List.of(chosen), null, "ann"))
        .isInstanceOf(NotReady.class);
    assertThat(inForce()).isEqualTo(before);
  }

  private void seeToAll() {
    LocalDate due = TestHub.TODAY.minusDays(10);
    hub.offer("a.xml", InvoiceFile.of("A", "c1", due, "100.00").bytes());
    hub.offer("bank.xml", BankFile.day(TestHub.IBAN, LocalDate.of(2026, 11, 23)).bytes());
    hub.settle();
    rollOut.tick("acme", Point.TEST_MESSAGE_RECEIVED, "ann");
    rollOut.tick("acme", Point.FIRST_REMINDERS_REVIEWED, "ann");
  }

  private List<String> inForce() {
    return hub.stores.plans().inForce("acme").stream()
        .map((InForce each) -> each.planId() + (each.shadow() ? " shadow" : ""))
        .toList();
  }

  private List<Journal.Entry> insisted() {
    return hub.stores.journal().newest("acme", 50).stream()
        .filter(entry -> entry.event().equals("PLANS_SEND_ANYWAY"))
        .toList();
  }
}
