package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dunlin.work.TestHub.TODAY;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.company.SendingHours;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.dialogue.NotSaid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A step that asks for it leaves once a person has said yes, and never before. */
class ApprovalsTest {
  private static final String ASKING =
      """
      plans:
        - id: standard
          steps:
            - {id: first, due: "+5d", channel: EMAIL, template: reminder-1, approve: true}
            - {id: last, due: "previous +30d", channel: EMAIL, template: final}
      """;

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final ApproveActions approvals = new ApproveActions(hub.stores);

  @BeforeEach
  void theCompanyAsks() {
    new ChangePlans(hub.stores).save("acme", "standard", 0, ASKING, false, "anna");
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whatIsApprovedLeavesAndNothingElse() {
    Reminded.overdue(hub, 3);
    hub.run();
    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(waiting()).hasSize(3);

    assertThat(approvals.approve("acme", List.of(waiting().getFirst()), "anna")).isEqualTo(1);
    hub.run();

    assertThat(hub.outlet.emails()).hasSize(1);
    assertThat(waiting()).hasSize(2);
    assertThat(events()).contains("ACTION_APPROVED anna");
  }

  @Test
  void releasingWhatIsFarMoreThanUsualApprovesNothing() {
    Reminded.overdue(hub, 1);
    hub.run();

    assertThat(hub.decisions.releaseWaiting("acme", "anna")).isZero();
    assertThat(hub.decisions.dropWaiting("acme", "anna")).isZero();
    assertThat(waiting()).hasSize(1);
  }

  @Test
  void aYesFromBeforeTheCompanyWentLiveIsNone() {
    Reminded.overdue(hub, 1);
    hub.run();
    hub.decisions.switchTo("acme", DunningMode.SHADOW, "anna", "");
    approvals.approve("acme", waiting(), "anna");
    hub.run();
    hub.decisions.switchTo("acme", DunningMode.LIVE, "anna", "");
    nextDay(TODAY.plusDays(1));
    hub.run();

    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(waiting()).hasSize(1);
  }

  @Test
  void theGateIsAskedAgainWhenItIsApproved() {
    Reminded.overdue(hub, 1);
    hub.run();
    String id = waiting().getFirst();
    hub.offer(
        "paid.xml",
        InvoiceFile.of("INV-2026-1100", "c0", Reminded.OVERDUE, "100.00").payable("0.00").bytes());
    hub.settle();
    approvals.approve("acme", List.of(id), "anna");
    hub.run();

    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(Reminded.emails(hub, EffectState.CANCELLED)).hasSize(1);
  }

  @Test
  void whatNobodyApprovedOnItsDayStaysAndIsWrittenAnewWhenItIs() {
    Reminded.overdue(hub, 1);
    hub.run();
    String id = waiting().getFirst();
    nextDay(TODAY.plusDays(1));
    hub.run();
    assertThat(waiting()).containsExactly(id);

    assertThat(approvals.approve("acme", List.of(id), "anna")).isEqualTo(1);
    hub.run();

    assertThat(hub.outlet.emails()).hasSize(1);
    assertThat(Reminded.emails(hub, EffectState.SENT))
        .singleElement()
        .satisfies(effect -> assertThat(effect.businessDate()).isEqualTo(TODAY.plusDays(1)));
    assertThat(waiting()).isEmpty();
  }

  @Test
  void anApprovalIsNotForMoreThanWasOpenThen() {
    Reminded.overdue(hub, 1);
    hub.run();
    String id = waiting().getFirst();
    nextDay(TODAY.plusDays(1));
    hub.run();
    approvals.approve("acme", List.of(id), "anna");
    hub.offer(
        "more.xml", InvoiceFile.of("INV-2026-1100", "c0", Reminded.OVERDUE, "150.00").bytes());
    hub.run();

    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(waiting()).hasSize(1).doesNotContain(id);
  }

  @Test
  void whatIsRefusedIsHeldUntilADayAndAskedAgainAfterIt() {
    Reminded.overdue(hub, 1);
    hub.run();
    List<String> ids = waiting();
    assertThatThrownBy(() -> approvals.refuse("acme", ids, TODAY, " ", "anna"))
        .isInstanceOf(NotSaid.class);
    assertThat(waiting()).isEqualTo(ids);

    assertThat(approvals.refuse("acme", ids, TODAY.plusDays(1), "They called", "anna"))
        .isEqualTo(1);
    assertThat(approvals.refuse("acme", ids, TODAY.plusDays(1), "They called", "anna")).isZero();
    nextDay(TODAY.plusDays(1));
    hub.run();
    assertThat(waiting()).isEmpty();
    assertThat(Reminded.heldBy(hub)).contains("MANUAL");

    nextDay(TODAY.plusDays(2));
    hub.run();
    assertThat(waiting()).hasSize(1);
    assertThat(hub.outlet.emails()).isEmpty();
  }

  @Test
  void whatHasToBeApprovedCountsAmongWhatWaitsForAPersonAndIsNoMessageToRelease() {
    Reminded.overdue(hub, 2);
    hub.run();

    assertThat(hub.stores.views().tasks().of("acme", TODAY).approvals()).isEqualTo(2);
    assertThat(hub.stores.views().tasks().of("acme", TODAY).awaiting()).isZero();
    assertThat(hub.stores.views().messages().toRelease("acme")).isZero();
  }

  @Test
  void messagesLeaveWithinTheHoursOfTheCompanyOnly() {
    new ChangePlans(hub.stores)
        .save("acme", "standard", 1, ASKING.replace(", approve: true", ""), false, "anna");
    // the clock of the tests says ten in the morning in Amsterdam
    hub.sql("update company set business_date = null");
    hours("11:00", "18:00");
    Reminded.overdue(hub, 1);
    hub.run();
    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(Reminded.emails(hub, EffectState.PENDING))
        .singleElement()
        .satisfies(effect -> assertThat(effect.reason()).contains("from 11:00 to 18:00"));

    hours("09:00", "10:00");
    hub.afterTheWait();
    hub.run();
    assertThat(hub.outlet.emails()).isEmpty();

    hours("10:00", "10:01");
    hub.afterTheWait();
    hub.run();
    assertThat(hub.outlet.emails()).hasSize(1);
  }

  private void hours(String opens, String closes) {
    hub.stores
        .companies()
        .setSendingHours("acme", new SendingHours(LocalTime.parse(opens), LocalTime.parse(closes)));
  }

  private List<String> waiting() {
    return hub.stores.approvals().waiting("acme", 100).stream().map(Action::id).toList();
  }

  private List<String> events() {
    return hub.stores.journal().newest("acme", 500).stream()
        .map(entry -> entry.event() + " " + entry.actor())
        .toList();
  }

  private void nextDay(LocalDate day) {
    Reminded.covered(hub, day.minusDays(1));
    hub.settle();
    hub.day.begin("acme", day);
  }
}
