package org.dunlin.work.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectState;
import org.junit.jupiter.api.Test;

/** Nobody is reminded of what is promised, contested, arranged or held. */
class StandingTest extends OverdueInvoice {
  @Test
  void aPromiseBetweenDecisionAndSendingStopsTheMessageAndSaysWhy() {
    hub.decide();
    promise(TODAY.plusDays(3));
    hub.deliver.next();

    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(emails(EffectState.CANCELLED))
        .extracting(Effect::reason)
        .containsExactly("It is held now: PROMISE");
    hub.run();
    assertThat(hub.outlet.emails()).isEmpty();
  }

  @Test
  void soDoADisputeAnArrangementAndAHold() {
    hub.decide();
    holds.hold("acme", new Holds.Said(customer, null, TODAY.plusDays(9), "They called"), "anna");
    hub.deliver.next();
    assertThat(emails(EffectState.CANCELLED))
        .extracting(Effect::reason)
        .containsExactly("It is held now: MANUAL");

    nextDay();
    lift();
    hub.decide();
    UUID id = propose(part(10, "60.00"), part(20, "40.00"));
    arrangements.agree("acme", id, "anna");
    hub.deliver.next();
    assertThat(emails(EffectState.CANCELLED))
        .extracting(Effect::reason)
        .contains("It is held now: ARRANGEMENT");
    assertThat(hub.outlet.emails()).isEmpty();
  }

  @Test
  void aDisputeOfAPartStopsTheMessageAndTheRestGoesOn() {
    hub.decide();
    dispute("30.00");
    hub.deliver.next();
    assertThat(emails(EffectState.CANCELLED))
        .extracting(Effect::reason)
        .containsExactly("An amount of an invoice is contested that the message asks for.");

    nextDay();
    hub.run();
    assertThat(hub.outlet.emails()).hasSize(1);
    assertThat(hub.outlet.emails().getFirst().text()).containsPattern("70[.,]00");
  }

  @Test
  void aWithdrawnPromiseHoldsNothing() {
    UUID promise = promise(TODAY.plusDays(3));
    hub.run();
    promises.withdraw("acme", promise, "Misunderstood", "anna");
    hub.run();
    assertThat(hub.outlet.emails()).hasSize(1);
    assertThatThrownBy(() -> promises.withdraw("acme", promise, null, "anna"))
        .isInstanceOf(NotSaid.class);
  }

  @Test
  void aManualHoldEndsWithItsDay() {
    holds.hold("acme", new Holds.Said(customer, invoice, TODAY, "Wait for the director"), "anna");
    hub.run();
    assertThat(heldBy()).contains("MANUAL");
    nextDay();
    hub.run();
    assertThat(hub.outlet.emails()).hasSize(1);
    assertThat(events()).contains("HOLD_MADE", "HOLD_ENDED");
  }
}
