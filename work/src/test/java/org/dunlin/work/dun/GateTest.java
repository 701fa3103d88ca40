package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.dun.Reminded.emails;
import static org.dunlin.work.dun.Reminded.heldBy;
import static org.dunlin.work.dun.Reminded.overdue;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Invariant 4: no reminder is sent on stale or contradicted facts. */
class GateTest {
  private static final String OTHER_IBAN = "NL91ABNA0417164300";

  private final TestHub hub = TestHub.with(DunningMode.LIVE);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whatIsPaidAfterTheDecisionAndBeforeSendingIsNotReminded() {
    overdue(hub, 1);
    hub.decide();
    assertThat(emails(hub, EffectState.PENDING)).hasSize(1);
    pay("100.00", "INV-2026-1100");
    hub.run();

    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(emails(hub, EffectState.CANCELLED)).hasSize(1);
  }

  @Test
  void aMessageWaitsWhileAFileIsNotYetTranslated() {
    overdue(hub, 1);
    hub.decide();
    pay("100.00", "INV-2026-1100");
    hub.deliver.next();

    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(emails(hub, EffectState.PENDING))
        .extracting(effect -> effect.reason())
        .containsExactly("Facts have come in that are not yet taken into account.");
  }

  @Test
  void aPartPaymentIsNotOverlooked() {
    overdue(hub, 1);
    hub.decide();
    pay("60.00", "INV-2026-1100");
    hub.run();
    assertThat(hub.outlet.emails()).isEmpty();

    nextDay();
    hub.run();
    assertThat(hub.outlet.emails()).hasSize(1);
    assertThat(hub.outlet.emails().getFirst().text())
        .containsPattern("40[.,]00")
        .contains("INV-2026-1100");
  }

  @Test
  void anInvoiceThatItsSourceSettlesMeanwhileIsNotReminded() {
    overdue(hub, 1);
    hub.decide();
    hub.offer(
        "again.xml",
        InvoiceFile.of("INV-2026-1100", "c0", Reminded.OVERDUE, "100.00").payable("0.00").bytes());
    hub.run();

    assertThat(hub.outlet.emails()).isEmpty();
  }

  @Test
  void nobodyIsRemindedWhileTheStatementOfTheLastBankingDayIsMissing() {
    hub.offer(
        "invoice.xml", InvoiceFile.of("INV-2026-1100", "c0", Reminded.OVERDUE, "100.00").bytes());
    Reminded.covered(hub, TestHub.TODAY.minusDays(4));
    hub.run();
    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(heldBy(hub)).contains("STALE_SOURCE");

    Reminded.covered(hub, TestHub.TODAY.minusDays(1));
    hub.run();
    assertThat(hub.outlet.emails()).hasSize(1);
  }

  @Test
  void everyAccountMustBeCovered() {
    hub.company("acme", DunningMode.LIVE, "test@acme.example", TestHub.IBAN, OTHER_IBAN);
    overdue(hub, 1);
    hub.run();
    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(heldBy(hub)).contains("STALE_SOURCE");

    hub.offer("other.xml", BankFile.day(OTHER_IBAN, TestHub.TODAY.minusDays(1)).bytes());
    hub.run();
    assertThat(hub.outlet.emails()).hasSize(1);
  }

  @Test
  void aStatementThatWasRefusedCoversNothing() {
    hub.offer(
        "invoice.xml", InvoiceFile.of("INV-2026-1100", "c0", Reminded.OVERDUE, "100.00").bytes());
    LocalDate yesterday = TestHub.TODAY.minusDays(1);
    hub.offer(
        "wrong.xml",
        BankFile.empty()
            .with(
                TestHub.IBAN,
                yesterday,
                yesterday,
                java.math.BigDecimal.ZERO,
                java.math.BigDecimal.ONE,
                java.util.List.of())
            .bytes());
    hub.run();

    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(heldBy(hub)).contains("STALE_SOURCE");
  }

  @Test
  void aMessageOfYesterdayDoesNotLeaveBeforeTodayIsDecided() {
    overdue(hub, 1);
    hub.decide();
    hub.day.begin("acme", TestHub.TODAY.plusDays(1));
    hub.deliver.next();
    assertThat(hub.outlet.emails()).isEmpty();
    hub.run();

    assertThat(hub.outlet.emails()).as("today's statement is missing").isEmpty();
    assertThat(heldBy(hub)).contains("STALE_SOURCE");
  }

  @Test
  void aPaymentThatCouldBeMeantHoldsTheReminder() {
    overdue(hub, 1);
    InvoiceFile other = InvoiceFile.of("INV-2026-1200", "c7", Reminded.OVERDUE, "777.00");
    hub.offer("other.xml", other.named("Zeilmakerij De Fok").bytes());
    pay("Somebody", "100.00", "thank you");
    hub.run();

    assertThat(hub.outlet.emails()).extracting(Dispatch.Email::to).containsExactly("ap@c7.example");
    assertThat(heldBy(hub)).contains("PLAUSIBLE_PAYMENT");
  }

  @Test
  void theProofIsKeptWithTheReminder() {
    overdue(hub, 1);
    hub.run();

    assertThat(hub.stores.journal().newest("acme", 100))
        .filteredOn(entry -> entry.event().equals("REMINDER_DECIDED"))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.reason())
                    .contains(TestHub.IBAN, TestHub.TODAY.minusDays(1).toString()));
  }

  @Test
  void aCustomerWithoutAnAddressIsHeld() {
    hub.offer(
        "invoice.xml",
        InvoiceFile.of("INV-2026-1100", "c0", Reminded.OVERDUE, "100.00").to(null).bytes());
    Reminded.covered(hub, TestHub.TODAY.minusDays(1));
    hub.run();

    assertThat(hub.outlet.offered()).isEmpty();
    assertThat(heldBy(hub)).contains("NO_ADDRESS");
  }

  @Test
  void whatWasRemindedTodayIsNotRemindedAgainHoweverOftenItIsAsked() {
    overdue(hub, 1);
    hub.run();
    for (int i = 0; i < 3; i++) {
      hub.stores.companies().addWorkDue("acme", org.dunlin.store.company.WorkDue.DUN);
      hub.run();
    }

    assertThat(hub.outlet.emails()).hasSize(1);
  }

  private void pay(String amount, String remittance) {
    pay("Customer c0", amount, remittance);
  }

  private void pay(String payer, String amount, String remittance) {
    LocalDate friday = TestHub.TODAY.minusDays(4);
    LocalDate yesterday = TestHub.TODAY.minusDays(1);
    Entry entry = Entry.in("R1", friday, amount, payer, remittance);
    hub.offer(
        "payment.xml",
        BankFile.empty()
            .with(TestHub.IBAN, friday, yesterday, entry.amount().negate(), List.of(entry))
            .bytes());
  }

  private void nextDay() {
    Reminded.covered(hub, TestHub.TODAY);
    hub.settle();
    hub.day.begin("acme", TestHub.TODAY.plusDays(1));
  }
}
