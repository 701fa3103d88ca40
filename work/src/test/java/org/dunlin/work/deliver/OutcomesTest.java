package org.dunlin.work.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.lease.LeaseLost;
import org.dunlin.store.outbox.ClaimedEffect;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.BankFile;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.ScriptedOutlet;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invariant 5: what was decided is sent or unknown in the end, and nothing is sent twice. */
class OutcomesTest {
  private static final LocalDate OVERDUE = LocalDate.of(2026, 11, 9);

  private final TestHub hub = TestHub.with(DunningMode.LIVE);

  @BeforeEach
  void oneReminderIsDecided() {
    hub.offer("invoice.xml", InvoiceFile.of("INV-2026-1001", "c1", OVERDUE, "100.00").bytes());
    hub.offer("statement.xml", BankFile.day(TestHub.IBAN, TestHub.TODAY.minusDays(1)).bytes());
    hub.decide();
    assertThat(emails(EffectState.PENDING)).hasSize(1);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whatTheReceiverTookIsSentAndItsProgramIsTold() {
    hub.run();

    assertThat(hub.outlet.emails()).extracting(Dispatch.Email::to).containsExactly("ap@c1.example");
    assertThat(emails(EffectState.SENT)).hasSize(1);
    assertThat(action()).isEqualTo(ActionState.SENT);
    assertThat(hub.outlet.files()).hasSize(1);
    assertThat(hub.outlet.files().getFirst().content())
        .contains("\"type\":\"invoice\"", "\"type\":\"action\"", "INV-2026-1001");
    assertThat(journal()).contains("REMINDER_DECIDED", "REMINDER_SENT");
  }

  @Test
  void whatDidNotLeaveIsTriedLaterAndHandedOverOnce() {
    hub.outlet.answer(ScriptedOutlet.notSent(), ScriptedOutlet.notSent());
    hub.run();
    assertThat(emails(EffectState.PENDING))
        .extracting(Effect::reason)
        .containsExactly("The mail server cannot be reached.");
    assertThat(action()).isEqualTo(ActionState.DUE);
    hub.afterTheWait();
    hub.run();
    hub.afterTheWait();
    hub.run();

    assertThat(emails(EffectState.SENT)).extracting(Effect::attempts).containsExactly(3);
    assertThat(hub.outlet.emails()).hasSize(1);
    assertThat(hub.outlet.offered()).filteredOn(Dispatch.Email.class::isInstance).hasSize(3);
    assertThat(messageIds()).as("the same message each time").hasSize(1);
  }

  @Test
  void anAttemptIsNotMadeBeforeItsTime() {
    hub.outlet.answer(ScriptedOutlet.notSent());
    hub.run();
    hub.run();

    assertThat(hub.outlet.offered()).hasSize(1);
  }

  @Test
  void whatIsRefusedForGoodFailsAndNothingGoesToThatAddressAgain() {
    hub.outlet.answer(ScriptedOutlet.refused());
    hub.run();
    nextDayWithStatement();
    hub.run();

    assertThat(emails(EffectState.FAILED))
        .extracting(Effect::reason)
        .containsExactly("No such mailbox.");
    assertThat(hub.outlet.offered()).filteredOn(Dispatch.Email.class::isInstance).hasSize(1);
    assertThat(heldBy()).contains(HoldReason.NO_ADDRESS.name());
  }

  @Test
  void whatTheTestMailboxRefusesWaitsInSightUntilItIsTaken() {
    hub.company("acme", DunningMode.TEST, "test@acme.example", TestHub.IBAN);
    hub.stores.companies().setMode("acme", DunningMode.TEST);
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertThat(stuck()).isZero();
      hub.outlet.answer(ScriptedOutlet.refused());
      hub.run();
      hub.afterTheWait();
    }
    assertThat(stuck()).isEqualTo(1);
    hub.run();

    assertThat(hub.outlet.emails())
        .extracting(Dispatch.Email::to)
        .containsExactly("test@acme.example");
    assertThat(stuck()).isZero();
  }

  private int stuck() {
    return hub.stores.views().tasks().of("acme", TestHub.TODAY).stuck();
  }

  @Test
  void aNewAddressEndsTheHoldOfARefusedOne() {
    hub.outlet.answer(ScriptedOutlet.refused());
    hub.run();
    hub.offer(
        "again.xml",
        InvoiceFile.of("INV-2026-1001", "c1", OVERDUE, "100.00").to("new@c1.example").bytes());
    nextDayWithStatement();
    hub.run();

    assertThat(hub.outlet.emails())
        .extracting(Dispatch.Email::to)
        .containsExactly("new@c1.example");
  }

  @Test
  void aMessageOfWhichNobodyKnowsWhetherItLeftIsUnknownAndNotSentAgain() {
    hub.outlet.answer(ScriptedOutlet.brokenOff());
    hub.run();
    hub.afterTheWait();
    nextDayWithStatement();
    hub.run();

    assertThat(emails(EffectState.UNKNOWN)).hasSize(1);
    assertThat(action()).isEqualTo(ActionState.UNKNOWN);
    assertThat(hub.outlet.offered()).filteredOn(Dispatch.Email.class::isInstance).hasSize(1);
    assertThat(journal()).contains("REMINDER_UNKNOWN");
  }

  @Test
  void aStatusFileOfWhichNobodyKnowsIsWrittenAgainWithTheSameNameAndContent() {
    hub.outlet.answer(dispatch -> {}, ScriptedOutlet.brokenOff());
    hub.run();
    assertThat(files(EffectState.PENDING)).hasSize(1);
    hub.afterTheWait();
    hub.run();

    List<Dispatch> offered =
        hub.outlet.offered().stream().filter(Dispatch.StatusFile.class::isInstance).toList();
    assertThat(offered).hasSize(2);
    assertThat(offered.getFirst()).isEqualTo(offered.getLast());
    assertThat(files(EffectState.SENT)).hasSize(1);
  }

  @Test
  void aMessageWhoseProcessDiedWhileSendingIsUnknown() {
    dieAt(Step.DELIVER_SENDING);
    hub.run();
    assertThat(emails(EffectState.SENDING)).as("while the lease may still be held").hasSize(1);
    hub.afterTheLease();
    hub.run();

    assertThat(emails(EffectState.UNKNOWN)).hasSize(1);
    assertThat(action()).isEqualTo(ActionState.UNKNOWN);
    assertThat(hub.outlet.offered()).isEmpty();
  }

  @Test
  void aMessageWhoseProcessDiedAfterSendingIsUnknownAndNotSentAgain() {
    dieAt(Step.DELIVER_SENT);
    hub.afterTheLease();
    hub.run();

    assertThat(emails(EffectState.UNKNOWN)).hasSize(1);
    assertThat(hub.outlet.emails()).hasSize(1);
  }

  @Test
  void aMessageWhoseProcessDiedBeforeSendingIsSentByAnother() {
    dieAt(Step.DELIVER_CLAIMED);
    hub.afterTheLease();
    hub.run();

    assertThat(emails(EffectState.SENT)).hasSize(1);
    assertThat(hub.outlet.emails()).hasSize(1);
  }

  @Test
  void aResultThatComesAfterTheLeaseIsRefused() {
    ClaimedEffect late = hub.stores.outbox().claim().orElseThrow();
    hub.afterTheLease();
    ClaimedEffect now = hub.anotherProcess().outbox().claim().orElseThrow();

    assertThat(now.effect().id()).isEqualTo(late.effect().id());
    assertThatThrownBy(() -> hub.stores.outbox().sending(late)).isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> hub.stores.outbox().ended(late, EffectState.SENT, null))
        .isInstanceOf(LeaseLost.class);
  }

  @Test
  void aPersonSaysThatAnUnknownMessageHasLeft() {
    Effect unknown = unknown();
    assertThat(hub.decisions.resolveUnknown("acme", unknown.id(), true, "anna")).isTrue();
    nextDayWithStatement();
    hub.run();

    assertThat(emails(EffectState.SENT))
        .extracting(Effect::reason)
        .containsExactly("anna says that it has left.");
    assertThat(action()).isEqualTo(ActionState.SENT);
    assertThat(hub.outlet.emails()).isEmpty();
  }

  @Test
  void aPersonSaysThatAnUnknownMessageHasNotLeftAndItIsDecidedAnewTheNextDay() {
    Effect unknown = unknown();
    assertThat(hub.decisions.resolveUnknown("acme", unknown.id(), false, "anna")).isTrue();
    hub.run();
    assertThat(hub.outlet.emails()).as("today was decided").isEmpty();
    nextDayWithStatement();
    hub.run();

    assertThat(emails(EffectState.CANCELLED)).extracting(Effect::id).containsExactly(unknown.id());
    assertThat(hub.outlet.emails()).hasSize(1);
  }

  @Test
  void whatIsKnownCannotBeResolved() {
    hub.run();
    Effect sent = emails(EffectState.SENT).getFirst();

    assertThat(hub.decisions.resolveUnknown("acme", sent.id(), false, "anna")).isFalse();
    assertThat(action()).isEqualTo(ActionState.SENT);
  }

  @Test
  void waitingForFactsIsNotAnAttemptThatFailed() {
    for (int i = 0; i < 15; i++) {
      hub.stores.companies().addWorkDue("acme", org.dunlin.store.company.WorkDue.DUN);
      hub.deliver.next();
      hub.afterTheWait();
    }
    hub.dun.next();
    hub.outlet.answer(ScriptedOutlet.notSent());
    hub.deliver.next();

    Effect waiting = emails(EffectState.PENDING).getFirst();
    assertThat(waiting.attempts()).isEqualTo(1);
    assertThat(
            hub.jdbc()
                .sql("select not_before < now() + interval '10 seconds' from effect")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  private Effect unknown() {
    hub.outlet.answer(ScriptedOutlet.brokenOff());
    hub.run();
    return emails(EffectState.UNKNOWN).getFirst();
  }

  private void dieAt(Step fatal) {
    DeliverEffect dying =
        new DeliverEffect(
            hub.anotherProcess(),
            hub.outlet,
            step -> {
              if (step == fatal) {
                throw new Died();
              }
            });
    assertThatThrownBy(dying::next).isInstanceOf(Died.class);
  }

  /** Ends a worker in the middle, so that nothing after it runs. */
  private static final class Died extends Error {
    private static final long serialVersionUID = 1;
  }

  private void nextDayWithStatement() {
    LocalDate today = hub.stores.companies().businessDate(hub.stores.companies().profile("acme"));
    hub.offer("statement.xml", BankFile.day(TestHub.IBAN, today).bytes());
    hub.settle();
    hub.day.begin("acme", today.plusDays(1));
  }

  private List<Effect> emails(EffectState state) {
    return hub.effects(state).stream().filter(e -> e.kind() == EffectKind.EMAIL).toList();
  }

  private List<Effect> files(EffectState state) {
    return hub.effects(state).stream().filter(e -> e.kind() == EffectKind.STATUS_FILE).toList();
  }

  private java.util.Set<String> messageIds() {
    return hub.outlet.offered().stream()
        .filter(Dispatch.Email.class::isInstance)
        .map(dispatch -> ((Dispatch.Email) dispatch).messageId())
        .collect(java.util.stream.Collectors.toSet());
  }

  private ActionState action() {
    return ActionState.valueOf(
        hub.jdbc()
            .sql("select state from action where on_date = ? and state <> 'HELD'")
            .param(TestHub.TODAY)
            .query(String.class)
            .single());
  }

  private String heldBy() {
    return String.join(
        " ",
        hub.jdbc()
            .sql("select record ->> 'holds' from action where state = 'HELD'")
            .query(String.class)
            .list());
  }

  private List<String> journal() {
    return hub.stores.journal().newest("acme", 100).stream().map(entry -> entry.event()).toList();
  }
}
