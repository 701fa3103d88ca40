package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.dun.Reminded.emails;
import static org.dunlin.work.dun.Reminded.overdue;

import java.util.List;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Invariant 9: far more messages than usual wait until a person says that they are meant. */
class BreakerTest {
  private static final int MANY = TestHub.BREAKER_FLOOR + 1;

  private final TestHub hub = TestHub.with(DunningMode.LIVE);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void asManyAsTheFloorAskNobody() {
    overdue(hub, TestHub.BREAKER_FLOOR);
    hub.run();

    assertThat(hub.outlet.emails()).hasSize(TestHub.BREAKER_FLOOR);
  }

  @Test
  void moreThanTheFloorAndThreeTimesTheUsualWait() {
    overdue(hub, MANY);
    hub.run();

    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(emails(hub, EffectState.AWAITING_APPROVAL)).hasSize(MANY);
    assertThat(actions()).containsOnly("AWAITING_APPROVAL").hasSize(MANY);
  }

  @Test
  void lessThanThreeTimesTheUsualAskNobody() {
    overdue(hub, MANY);
    hub.decide();
    hub.decisions.releaseWaiting("acme", "anna");
    hub.run();
    nextDay();
    for (int i = 0; i < 3 * MANY; i++) {
      hub.offer(
          "more.xml",
          InvoiceFile.of("INV-2026-2" + (100 + i), "d" + i, Reminded.OVERDUE, "10.00").bytes());
    }
    hub.run();

    assertThat(hub.outlet.emails()).hasSize(MANY + 3 * MANY);
  }

  @Test
  void whatIsReleasedLeaves() {
    overdue(hub, MANY);
    hub.run();
    assertThat(hub.decisions.releaseWaiting("acme", "anna")).isEqualTo(MANY);
    hub.run();

    assertThat(hub.outlet.emails()).hasSize(MANY);
    assertThat(actions()).containsOnly("SENT").hasSize(MANY);
    assertThat(journal()).contains("anna");
  }

  @Test
  void whatIsDroppedNeverLeavesAndIsNotDecidedAgainThatDay() {
    overdue(hub, MANY);
    hub.run();
    assertThat(hub.decisions.dropWaiting("acme", "anna")).isEqualTo(MANY);
    hub.run();

    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(emails(hub, EffectState.CANCELLED)).hasSize(MANY);
    assertThat(emails(hub, EffectState.AWAITING_APPROVAL)).isEmpty();
  }

  @Test
  void whatCameInAfterwardsWaitsWithTheRest() {
    overdue(hub, TestHub.BREAKER_FLOOR);
    hub.run();
    hub.offer(
        "more.xml", InvoiceFile.of("INV-2026-2100", "late", Reminded.OVERDUE, "10.00").bytes());
    hub.run();

    assertThat(hub.outlet.emails()).hasSize(TestHub.BREAKER_FLOOR);
    assertThat(emails(hub, EffectState.AWAITING_APPROVAL)).hasSize(1);
  }

  @Test
  void whatStillWaitsTheNextDayIsDecidedAnew() {
    overdue(hub, MANY);
    hub.run();
    nextDay();
    hub.run();

    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(emails(hub, EffectState.CANCELLED)).hasSize(MANY);
    assertThat(emails(hub, EffectState.AWAITING_APPROVAL))
        .hasSize(MANY)
        .allMatch(effect -> effect.businessDate().equals(TestHub.TODAY.plusDays(1)));
  }

  @Test
  void nothingThatWaitsIsReleasedTwice() {
    overdue(hub, MANY);
    hub.run();
    hub.decisions.releaseWaiting("acme", "anna");

    assertThat(hub.decisions.releaseWaiting("acme", "anna")).isZero();
    assertThat(hub.decisions.dropWaiting("acme", "anna")).isZero();
  }

  private void nextDay() {
    Reminded.covered(hub, TestHub.TODAY);
    hub.settle();
    hub.day.begin("acme", TestHub.TODAY.plusDays(1));
  }

  private List<String> actions() {
    return hub.jdbc()
        .sql("select state from action where state <> 'HELD'")
        .query(String.class)
        .list();
  }

  private List<String> journal() {
    return hub.stores.journal().newest("acme", 500).stream().map(entry -> entry.actor()).toList();
  }
}
