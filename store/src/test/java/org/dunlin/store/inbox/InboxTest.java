package org.dunlin.store.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.model.Problem;
import org.dunlin.store.Rows;
import org.dunlin.store.Stores;
import org.dunlin.store.lease.LeaseLost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deliveries are claimed in the order of intake, by one process at a time, three times at most. */
class InboxTest {
  private final Rows rows = new Rows();
  private final Inbox inbox = rows.stores.inbox();

  @AfterEach
  void close() {
    rows.close();
  }

  @Test
  void deliveriesAreClaimedInTheOrderOfIntake() {
    List<UUID> ids =
        List.of(rows.delivery("acme", "b"), rows.delivery("acme", "c"), rows.delivery("acme", "a"));

    assertThat(List.of(claim(), claim(), claim()))
        .extracting(claimed -> claimed.delivery().id())
        .isEqualTo(ids);
    assertThat(inbox.claim()).isEmpty();
  }

  @Test
  void whatOneProcessHoldsNoOtherMayClaimUntilItsLeaseIsOver() {
    UUID id = rows.delivery("acme", "a");
    claim();
    Stores other = rows.anotherProcess();
    assertThat(other.inbox().claim()).isEmpty();
    rows.afterTheLease();

    assertThat(other.inbox().claim().orElseThrow().delivery().id()).isEqualTo(id);
  }

  @Test
  void theHeartbeatKeepsWhatIsWorkedOnAndTakesNothingBack() {
    UUID id = rows.delivery("acme", "a");
    rows.stores
        .leases()
        .keepDelivery(
            "acme",
            id,
            claim().lease(),
            () -> {
              beatBeforeTheEnd();
              assertThat(leftOf("delivery")).isTrue();
              rows.afterTheLease();
              rows.stores.leases().renew();
              assertThat(leftOf("delivery")).isFalse();
            });
  }

  @Test
  void theHeartbeatLetsGoOfWhatBrokeOffAndCouldNotBeGivenBack() {
    rows.delivery("acme", "a");
    claim();
    beatBeforeTheEnd();

    assertThat(leftOf("delivery")).isFalse();
  }

  @Test
  void theHeartbeatRenewsNothingThatHasEnded() {
    rows.delivery("acme", "a");
    rows.delivery("acme", "b");
    inbox.applied(claim(), "UBL", 1);
    inbox.quarantined(claim(), null, problem());

    assertThat(leased("delivery")).isZero();
  }

  @Test
  void aResultThatComesAfterAnotherClaimIsRefused() {
    rows.delivery("acme", "a");
    ClaimedDelivery late = claim();
    rows.afterTheLease();
    ClaimedDelivery now = rows.anotherProcess().inbox().claim().orElseThrow();

    assertThatThrownBy(() -> inbox.applied(late, "UBL", 1)).isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> inbox.quarantined(late, null, problem()))
        .isInstanceOf(LeaseLost.class);
    inbox.giveBack(late, "too late");
    assertThat(state(now.delivery().id())).isEqualTo("CLAIMED");
  }

  @Test
  void aResultThatComesAfterAReplayIsRefused() {
    UUID id = rows.delivery("acme", "a");
    ClaimedDelivery claimed = claim();
    inbox.applied(claimed, "UBL", 1);
    assertThat(inbox.replay("acme", id)).isTrue();

    assertThatThrownBy(() -> inbox.applied(claimed, "UBL", 1)).isInstanceOf(LeaseLost.class);
  }

  @Test
  void aDeliveryWithoutAResultAfterThreeClaimsIsPoison() {
    UUID id = rows.delivery("acme", "a");
    for (int i = 0; i < Inbox.MOST_ATTEMPTS; i++) {
      assertThat(inbox.poison("too often")).as("attempt %d is permitted", i + 1).isEmpty();
      inbox.giveBack(claim(), "broke off");
    }
    assertThat(inbox.claim()).isEmpty();

    assertThat(inbox.poison("too often").map(Delivery::id)).contains(id);
    assertThat(state(id)).isEqualTo("POISON");
    assertThat(inbox.poison("too often")).isEmpty();
  }

  @Test
  void whatBrokeOffWaitsForWhatWasNotTriedYet() {
    UUID brokeOff = rows.delivery("acme", "a");
    inbox.giveBack(claim(), "broke off");
    UUID untried = rows.delivery("acme", "b");

    assertThat(claim().delivery().id()).isEqualTo(untried);
    assertThat(claim().delivery().id()).isEqualTo(brokeOff);
  }

  @Test
  void whatWasHeldByAProcessThatDiedIsTriedOneAtATimeSinceEitherMayHaveKilledIt() {
    UUID first = rows.delivery("acme", "a");
    UUID second = rows.delivery("acme", "b");
    claim();
    claim();
    rows.afterTheLease();

    ClaimedDelivery alone = claim();
    assertThat(alone.delivery().id()).isEqualTo(first);
    assertThat(inbox.claim()).isEmpty();
    assertThat(rows.anotherProcess().inbox().claim()).isEmpty();
    inbox.applied(alone, "UBL", 1);
    assertThat(claim().delivery().id()).isEqualTo(second);
  }

  @Test
  void theThirdClaimMayStillEndWell() {
    UUID id = rows.delivery("acme", "a");
    inbox.giveBack(claim(), "broke off");
    inbox.giveBack(claim(), "broke off");
    ClaimedDelivery third = claim();
    assertThat(inbox.poison("too often")).as("while it is held").isEmpty();
    inbox.applied(third, "UBL", 1);

    assertThat(state(id)).isEqualTo("APPLIED");
  }

  @Test
  void poisonThatIsReplayedHasThreeClaimsAgain() {
    UUID id = rows.delivery("acme", "a");
    for (int i = 0; i < Inbox.MOST_ATTEMPTS; i++) {
      inbox.giveBack(claim(), "broke off");
    }
    inbox.poison("too often");

    assertThat(inbox.replay("acme", id)).isTrue();
    assertThat(claim().delivery().attempts()).isEqualTo(1);
  }

  @Test
  void onlyWhatIsAtAnEndIsReplayedAndKeepsItsPlace() {
    UUID id = rows.delivery("acme", "a");
    assertThat(inbox.replay("acme", id)).as("while it waits").isFalse();
    ClaimedDelivery claimed = claim();
    assertThat(inbox.replay("acme", id)).as("while it is held").isFalse();
    inbox.quarantined(claimed, null, problem());
    assertThat(inbox.replay("acme", id)).isTrue();

    assertThat(claim().delivery().intakeSequence()).isEqualTo(claimed.delivery().intakeSequence());
  }

  @Test
  void aDeliveryOfAnotherCompanyIsNotReplayed() {
    rows.company("other");
    UUID id = rows.delivery("acme", "a");
    inbox.quarantined(claim(), null, problem());

    assertThat(inbox.replay("other", id)).isFalse();
  }

  @Test
  void theSameBytesAreAcceptedOnceACompany() {
    rows.company("other");
    UUID first = UUID.randomUUID();
    byte[] sha256 = {1, 2, 3};
    assertThat(accept("acme", first, sha256)).isEmpty();

    assertThat(accept("acme", UUID.randomUUID(), sha256)).isEqualTo(Optional.of(first));
    assertThat(accept("other", UUID.randomUUID(), sha256)).isEmpty();
    assertThat(accept("acme", UUID.randomUUID(), new byte[] {1, 2})).isEmpty();
  }

  private Optional<UUID> accept(String companyId, UUID id, byte[] sha256) {
    return inbox.accept(Rows.delivery(companyId, id, "a", 0), sha256, Rows.empty());
  }

  private ClaimedDelivery claim() {
    return inbox.claim().orElseThrow();
  }

  private static Problem problem() {
    return new Problem("a", "line 1", "WRONG", "it is wrong");
  }

  private String state(UUID id) {
    return rows.jdbc()
        .sql("select state from delivery where delivery_id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  private void beatBeforeTheEnd() {
    rows.jdbc().sql("update delivery set lease_until = now() + interval '1 second'").update();
    rows.stores.leases().renew();
  }

  private boolean leftOf(String table) {
    return rows.jdbc()
        .sql("select lease_until > now() + interval '20 seconds' from " + table)
        .query(Boolean.class)
        .single();
  }

  private long leased(String table) {
    return rows.jdbc()
        .sql("select count(*) from " + table + " where lease_until > now()")
        .query(Long.class)
        .single();
  }
}
