package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dunlin.work.dun.Reminded.emails;
import static org.dunlin.work.dun.Reminded.heldBy;
import static org.dunlin.work.dun.Reminded.overdue;

import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.BankFile;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Invariant 9: nothing goes out that nobody switched on. */
class SwitchesTest {
  private TestHub hub = TestHub.with(DunningMode.SHADOW);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aCompanyInShadowDecidesAndHoldsAndSendsNothing() {
    overdue(hub, 2);
    hub.run();

    assertThat(hub.outlet.offered()).isEmpty();
    assertThat(emails(hub)).isEmpty();
    assertThat(heldBy(hub)).contains("SHADOW").doesNotContain("STALE_SOURCE");
  }

  @Test
  void statusFilesOfACompanyInShadowNeverLeaveButItsProgramIsToldHowThingsStandWhenItGoesLive() {
    overdue(hub, 1);
    payInvoice(100);
    hub.run();
    assertThat(hub.effects(EffectState.SHADOW))
        .extracting(e -> e.kind())
        .containsOnly(EffectKind.STATUS_FILE)
        .hasSize(1);
    hub.decisions.switchTo("acme", DunningMode.LIVE, "anna", "");
    hub.run();

    assertThat(hub.effects(EffectState.SHADOW)).hasSize(1);
    assertThat(hub.outlet.files())
        .singleElement()
        .extracting(Dispatch.StatusFile::content)
        .asString()
        .contains("\"status\":\"PAID\"");
  }

  @Test
  void aCompanyThatIsSwitchedToLiveSends() {
    overdue(hub, 2);
    hub.run();
    hub.decisions.switchTo("acme", DunningMode.LIVE, "anna", "");
    hub.run();

    assertThat(hub.outlet.emails())
        .extracting(Dispatch.Email::to)
        .containsExactlyInAnyOrder("ap@c0.example", "ap@c1.example");
    assertThat(hub.outlet.emails())
        .extracting(Dispatch.Email::replyTo)
        .containsOnly("ar@acme.example");
  }

  @Test
  void inTestModeEveryMessageGoesToTheTestMailboxAndSaysForWhom() {
    overdue(hub, 2);
    hub.decisions.switchTo("acme", DunningMode.TEST, "anna", "");
    hub.run();

    assertThat(hub.outlet.emails())
        .hasSize(2)
        .extracting(Dispatch.Email::to)
        .containsOnly("test@acme.example");
    assertThat(hub.outlet.emails())
        .extracting(Dispatch.Email::subject)
        .anyMatch(subject -> subject.startsWith("[Test, for ap@c0.example] "));
    assertThat(hub.outlet.files()).isEmpty();
  }

  @Test
  void whatWasOnlyTestedCountsNoMoreOnceTheCompanyIsLive() {
    overdue(hub, 1);
    hub.decisions.switchTo("acme", DunningMode.TEST, "anna", "");
    hub.run();
    String tested = hub.outlet.emails().getFirst().subject();
    hub.decisions.switchTo("acme", DunningMode.LIVE, "anna", "");
    hub.day.begin("acme", TestHub.TODAY.plusDays(1));
    Reminded.covered(hub, TestHub.TODAY);
    hub.run();

    assertThat(hub.outlet.emails()).hasSize(2);
    Dispatch.Email first = hub.outlet.emails().getLast();
    assertThat(first.to()).isEqualTo("ap@c0.example");
    assertThat("[Test, for ap@c0.example] " + first.subject()).isEqualTo(tested);
  }

  @Test
  void aRefusalByTheTestMailboxSaysNothingOfTheCustomersAddress() {
    overdue(hub, 1);
    hub.decisions.switchTo("acme", DunningMode.TEST, "anna", "");
    hub.outlet.answer(org.dunlin.work.ScriptedOutlet.refused());
    hub.run();
    hub.decisions.switchTo("acme", DunningMode.LIVE, "anna", "");
    hub.day.begin("acme", TestHub.TODAY.plusDays(1));
    Reminded.covered(hub, TestHub.TODAY);
    hub.run();

    assertThat(hub.outlet.emails()).extracting(Dispatch.Email::to).containsExactly("ap@c0.example");
  }

  @Test
  void testModeWithoutATestMailboxIsRefused() {
    hub.company("bare", DunningMode.SHADOW, null, TestHub.IBAN);
    assertThatThrownBy(() -> hub.decisions.switchTo("bare", DunningMode.TEST, "anna", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Test mode needs a test mailbox; set testMailbox of company bare.");
    assertThat(hub.stores.companies().profile("bare").mode()).isEqualTo(DunningMode.SHADOW);
  }

  @Test
  void messagesThatWaitWhenTheCompanyIsSwitchedOffNeverLeave() {
    live();
    overdue(hub, 1);
    hub.decide();
    assertThat(emails(hub, EffectState.PENDING)).hasSize(1);
    hub.decisions.switchTo("acme", DunningMode.SHADOW, "anna", "");
    hub.run();

    assertThat(hub.outlet.offered()).isEmpty();
    assertThat(emails(hub, EffectState.CANCELLED)).hasSize(1);
  }

  @Test
  void theGlobalStopHoldsBackMessagesAndStatusFilesUntilSomebodyLetsThemGo() {
    live();
    overdue(hub, 1);
    payInvoice(101);
    hub.offer(
        "second.xml",
        org.dunlin.work.InvoiceFile.of("INV-2026-1101", "c1", Reminded.OVERDUE, "101.00").bytes());
    hub.decide();
    hub.decisions.stop(true, "anna");
    hub.run();
    assertThat(hub.outlet.offered()).isEmpty();

    hub.decisions.stop(false, "anna");
    hub.run();
    assertThat(hub.outlet.emails()).hasSize(1);
    assertThat(hub.outlet.files()).isNotEmpty();
  }

  @Test
  void nothingIsDecidedForAStoppedHubButItIsOnceItGoesOn() {
    live();
    hub.decisions.stop(true, "anna");
    overdue(hub, 1);
    hub.run();
    assertThat(emails(hub)).isEmpty();
    assertThat(heldBy(hub)).contains("STOPPED");

    hub.decisions.stop(false, "anna");
    hub.run();
    assertThat(hub.outlet.emails()).hasSize(1);
  }

  private void live() {
    hub.decisions.switchTo("acme", DunningMode.LIVE, "anna", "");
  }

  private void payInvoice(int number) {
    hub.offer(
        "payment.xml",
        BankFile.day(
                TestHub.IBAN,
                TestHub.TODAY,
                BankFile.Entry.in(
                    "R" + number,
                    TestHub.TODAY,
                    number + ".00",
                    "Customer c" + (number - 100),
                    "INV-2026-1" + number))
            .bytes());
  }
}
