package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.dun.Reminded.emails;
import static org.dunlin.work.dun.Reminded.overdue;

import java.util.List;
import java.util.UUID;
import org.dunlin.core.dunning.GateCheck;
import org.dunlin.core.dunning.GateFinding;
import org.dunlin.core.dunning.GateFinding.Found;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.outbox.GateAskings;
import org.dunlin.store.outbox.GateAskings.Asking;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.dialogue.Holds;
import org.dunlin.work.privacy.EraseCustomer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is found as a message is to leave is kept with its action, whatever comes of it. */
class GateFindingsTest {
  private final TestHub hub = TestHub.with(DunningMode.LIVE);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void ofWhatLeftEachCheckIsKeptWithWhatWasLookedAt() {
    overdue(hub, 1);
    hub.run();
    Asking asking = asking(EffectState.SENT);

    assertThat(asking.answer()).isEqualTo(GateAskings.Answer.GO);
    assertThat(asking.findings()).extracting(GateFinding::check).contains(GateCheck.values());
    assertThat(asking.findings()).extracting(GateFinding::found).containsOnly(Found.PASSED);
    assertThat(of(asking, GateCheck.ACCOUNTS).of())
        .containsEntry("account", TestHub.IBAN)
        .containsEntry("coveredTo", TestHub.TODAY.minusDays(1).toString());
    assertThat(of(asking, GateCheck.AMOUNTS).of())
        .containsEntry("invoice", "INV-2026-1100")
        .containsEntry("said", "EUR 100.00")
        .containsEntry("open", "EUR 100.00");
    assertThat(of(asking, GateCheck.SOURCES).of()).containsKey("connection");
  }

  @Test
  void ofWhatIsWithdrawnTheCheckThatStoppedItIsKept() {
    overdue(hub, 1);
    hub.decide();
    new Holds(hub.stores)
        .hold(
            "acme",
            new Holds.Said(customer(), null, TestHub.TODAY.plusDays(3), "They called"),
            "anna");
    while (hub.deliver.next()) {
      assertThat(hub.outlet.emails()).isEmpty();
    }
    Asking asking = asking(EffectState.CANCELLED);

    assertThat(asking.answer()).isEqualTo(GateAskings.Answer.NEVER);
    assertThat(asking.findings())
        .containsExactly(new GateFinding(GateCheck.HOLDS, Found.STOPPED, java.util.Map.of()));
    assertThat(hub.stores.gateAskings().ofAction("acme", asking.actionId()))
        .containsExactly(asking);
  }

  @Test
  void whatWaitsSaysForWhatAndTheLastAskingCounts() {
    overdue(hub, 1);
    hub.decide();
    hub.offer(
        "more.xml", InvoiceFile.of("INV-2026-1900", "c9", Reminded.OVERDUE, "900.00").bytes());
    hub.deliver.next();
    assertThat(asking(EffectState.PENDING).answer()).isEqualTo(GateAskings.Answer.WAIT);
    assertThat(of(asking(EffectState.PENDING), GateCheck.FACTS).found()).isEqualTo(Found.WAITS);

    hub.afterTheWait();
    hub.run();
    Effect sent = message("INV-2026-1100");
    assertThat(hub.stores.gateAskings().ofMessage("acme", sent.id()))
        .hasValueSatisfying(asking -> assertThat(asking.answer()).isEqualTo(GateAskings.Answer.GO));
  }

  @Test
  void anErasedCustomersFindingsAreGone() {
    overdue(hub, 1);
    hub.run();
    UUID message = emails(hub, EffectState.SENT).getFirst().id();
    UUID customer = customer();
    hub.offer(
        "again.xml",
        InvoiceFile.of("INV-2026-1100", "c0", Reminded.OVERDUE, "100.00").payable("0.00").bytes());
    hub.settle();
    new EraseCustomer(hub.stores).erase("acme", customer, "anna");

    assertThat(hub.stores.gateAskings().ofMessage("acme", message)).isEmpty();
  }

  private Effect message(String number) {
    return emails(hub, EffectState.SENT).stream()
        .filter(each -> String.valueOf(each.payload()).contains(number))
        .findFirst()
        .orElseThrow();
  }

  private Asking asking(EffectState state) {
    Effect message = emails(hub, state).getFirst();
    return hub.stores.gateAskings().ofMessage("acme", message.id()).orElseThrow();
  }

  private static GateFinding of(Asking asking, GateCheck check) {
    List<GateFinding> found =
        asking.findings().stream().filter(each -> each.check() == check).toList();
    assertThat(found).as(check.name()).isNotEmpty();
    return found.getFirst();
  }

  private UUID customer() {
    return UUID.fromString(
        hub.stores
            .invoices()
            .find("acme", hub.stores.invoices().openOfNumber("acme", "INV-2026-1100").getFirst())
            .orElseThrow()
            .invoice()
            .customerId());
  }
}
