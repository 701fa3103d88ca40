package org.dunlin.work.debit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dunlin.core.agreement.DisputeReason;
import org.dunlin.core.debit.CollectRules;
import org.dunlin.core.debit.CollectRules.RetryOn;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.MandateState;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.debit.CollectionFile.State;
import org.dunlin.store.debit.Debit;
import org.dunlin.store.debit.DebitSettings.Kind;
import org.dunlin.store.debit.DebitState;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.TestHub;
import org.dunlin.work.dialogue.Disputes;
import org.dunlin.work.dialogue.Promises;
import org.dunlin.work.dun.SourceHolds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From what is due to what is settled: told ahead, approved, sent once, booked, undone. */
class CollectionTest {
  private static final LocalDate DRAWN = LocalDate.of(2026, 12, 3);

  private Debited world = new Debited(DunningMode.LIVE);

  @AfterEach
  void close() {
    world.close();
  }

  private void anew(DunningMode mode) {
    world.close();
    world = new Debited(mode);
  }

  @Test
  void aCustomerIsToldAFortnightAheadWithAmountDayMandateAndCreditor() {
    world.invoice("INV-1", "c1", Debited.DUE, "100.00");
    world.mandate("c1");
    world.day();

    assertThat(world.hub.outlet.emails()).hasSize(1);
    Dispatch.Email email = world.hub.outlet.emails().getFirst();
    assertThat(email.to()).isEqualTo("ap@c1.example");
    assertThat(email.subject()).isEqualTo("Announcement: we will debit €100.00 on 8 December 2026");
    assertThat(email.text())
        .contains("M-c1", Debited.CREDITOR, "INV-1", "8 December 2026", "4300")
        .doesNotContain(Debited.IBAN);
    Debit debit = world.debit("INV-1");
    assertThat(debit.collectOn()).isEqualTo(Debited.DUE);
    assertThat(debit.state()).isEqualTo(DebitState.ANNOUNCED);
    assertThat(world.holds("INV-1")).containsExactly(HoldReason.PAYMENT_IN_FLIGHT);
  }

  @Test
  void whatIsNotDueWithinTheNoticeIsNotTold() {
    world.invoice("INV-1", "c1", Debited.DUE.plusDays(1), "100.00");
    world.mandate("c1");
    world.day();
    assertThat(world.hub.outlet.emails()).isEmpty();

    world.until(TestHub.TODAY.plusDays(1));
    assertThat(world.debit("INV-1").collectOn()).isEqualTo(Debited.DUE.plusDays(1));
  }

  @Test
  void whatIsOverdueIsCollectedOnceTheNoticeIsOver() {
    world.invoice("INV-1", "c1", LocalDate.of(2026, 11, 20), "100.00");
    world.mandate("c1");
    world.day();
    assertThat(world.debit("INV-1").collectOn()).isEqualTo(TestHub.TODAY.plusDays(14));
  }

  @Test
  void nobodyIsDebitedWithoutMandateOrChoiceOrByWordOfTheirOwn() {
    world.two();
    world.invoice("INV-3", "c3", Debited.DUE, "5.00");
    world.collections.choose("acme", Kind.CUSTOMER, world.customer("c2").toString(), false, "anna");
    world.day();
    assertThat(world.debits("INV-1")).hasSize(1);
    assertThat(world.debits("INV-2")).isEmpty();
    assertThat(world.debits("INV-3")).isEmpty();

    anew(DunningMode.LIVE);
    world.two();
    world.collections.rules("acme", new CollectRules(false, 14, 1, RetryOn.PAYDAY), "anna");
    world.collections.choose("acme", Kind.CUSTOMER, world.customer("c2").toString(), true, "anna");
    world.day();
    assertThat(world.debits("INV-1")).isEmpty();
    assertThat(world.debits("INV-2")).hasSize(1);
  }

  @Test
  void whatIsPromisedIsNotCollectedAndWhatIsPromisedMeanwhileIsWithdrawn() {
    world.two();
    UUID invoice = UUID.fromString(invoiceId("INV-1"));
    Promises promises = new Promises(world.hub.stores);
    promises.make(
        "acme",
        new Promises.Said(
            world.customer("c1"), List.of(invoice), null, LocalDate.of(2026, 12, 10), null),
        "anna");
    world.day();
    assertThat(world.debits("INV-1")).isEmpty();

    promises.make(
        "acme",
        new Promises.Said(
            world.customer("c2"),
            List.of(UUID.fromString(invoiceId("INV-2"))),
            null,
            LocalDate.of(2026, 12, 10),
            null),
        "anna");
    world.until(DRAWN);
    assertThat(world.debit("INV-2").state()).isEqualTo(DebitState.WITHDRAWN);
    assertThat(world.debit("INV-2").reason()).isEqualTo("HELD");
    assertThat(world.hub.stores.debits().files().of("acme", 10)).isEmpty();
  }

  private String invoiceId(String number) {
    return world
        .hub
        .jdbc()
        .sql("select cast(invoice_id as text) from invoice where number = ?")
        .param(number)
        .query(String.class)
        .single();
  }

  @Test
  void aFileWaitsForAPersonAndLeavesOnceWithWhatWasToldAndIsStillOpen() throws Exception {
    world.two();
    world.until(DRAWN.minusDays(1));
    assertThat(world.hub.stores.debits().files().waiting("acme")).isEmpty();
    world.until(DRAWN);
    assertThat(world.put).isEmpty();
    assertThat(world.states("INV-1")).containsExactly(DebitState.IN_FILE);

    UUID id = world.approve();

    assertThat(world.put).containsOnlyKeys("debits-" + FileHead.messageId(id) + ".xml");
    String file = world.put.values().iterator().next();
    assertThat(file)
        .contains("pain.008.001.08", "<NbOfTxs>2</NbOfTxs>", "<CtrlSum>160.50</CtrlSum>")
        .contains("<ReqdColltnDt>2026-12-08</ReqdColltnDt>", "<SeqTp>RCUR</SeqTp>")
        .contains(Debited.CREDITOR, "M-c1", "M-c2", world.debit("INV-1").endToEndId());
    assertThat(world.states("INV-1")).containsExactly(DebitState.SUBMITTED);
    assertThat(world.hub.stores.debits().files().of("acme", 10).getFirst().effect())
        .isEqualTo(EffectState.SENT);
    world.until(DRAWN.plusDays(2));
    assertThat(world.put).hasSize(1);
    assertThatThrownBy(() -> world.collections.approve("acme", id, "anna"))
        .isInstanceOf(NotTaken.class);
  }

  @Test
  void theSameFileIsPutAgainWhereItIsNotKnownWhetherItIsThere() {
    world.two();
    world.until(DRAWN);
    world.cuts = 1;
    world.approve();
    world.hub.afterTheWait();
    world.day();
    assertThat(world.put.values()).hasSize(1).noneMatch(each -> each.startsWith("written twice"));
  }

  @Test
  void aHubThatDiesBetweenFileAndRecordPutsTheSameFileAgain() {
    world.two();
    world.until(DRAWN);
    world.cover();
    world.collections.approve("acme", world.waiting().id(), "anna");
    DyingHub.once(world);
    assertThat(world.put).hasSize(1);
    world.hub.afterTheLease();
    world.day();
    assertThat(world.put.values()).hasSize(1).noneMatch(each -> each.startsWith("written twice"));
    assertThat(world.hub.stores.debits().files().of("acme", 10).getFirst().effect())
        .isEqualTo(EffectState.SENT);
  }

  @Test
  void whatWasPaidInPartIsLessAndWhatWasPaidWhollyIsWithdrawn() {
    world.two();
    world.until(DRAWN);
    world.offer(
        BankFile.day(
                TestHub.IBAN,
                DRAWN.minusDays(1),
                Entry.in("ref-1", DRAWN.minusDays(1), "30.00", "Customer c1", "INV-1"),
                Entry.in("ref-2", DRAWN.minusDays(1), "60.50", "Customer c2", "INV-2"))
            .bytes());
    assertThat(world.open("INV-2")).isEqualTo("0");
    String left = world.open("INV-1");

    Collections.Approved approved = world.collections.approve("acme", world.waiting().id(), "anna");

    assertThat(approved.debits()).isEqualTo(1);
    assertThat(approved.withdrawn()).isEqualTo(1);
    assertThat(approved.sum().getAmount()).isEqualByComparingTo(left);
    assertThat(world.debit("INV-2").reason()).isEqualTo("PAID");
  }

  @Test
  void whoIsNotCollectedFromAnyMoreIsNotDebitedThoughItWasAnnounced() {
    world.two();
    world.day();
    assertThat(world.states("INV-2")).containsExactly(DebitState.ANNOUNCED);
    world.collections.choose("acme", Kind.CUSTOMER, world.customer("c2").toString(), false, "anna");
    world.until(DRAWN);
    assertThat(world.states("INV-1")).containsExactly(DebitState.IN_FILE);
    assertThat(world.states("INV-2")).containsExactly(DebitState.WITHDRAWN);
    assertThat(world.debit("INV-2").reason()).isEqualTo("NOT_CHOSEN");
  }

  @Test
  void whatIsContestedWhollyIsHeldAndNotPaid() {
    world.two();
    world.day();
    new Disputes(world.hub.stores)
        .open(
            "acme",
            new Disputes.Said(
                UUID.fromString(invoiceId("INV-2")),
                null,
                DisputeReason.PRICE,
                null,
                null,
                "Too much"),
            "anna");
    world.until(DRAWN);
    assertThat(world.debit("INV-2").reason()).isEqualTo("HELD");
  }

  @Test
  void aFileThatAPersonRefusesNeverLeavesNorIsItDrawnUpAgain() {
    world.two();
    world.until(DRAWN);
    world.collections.refuse("acme", world.waiting().id(), "anna");
    world.until(DRAWN.plusDays(3));
    assertThat(world.put).isEmpty();
    assertThat(world.states("INV-1")).containsExactly(DebitState.WITHDRAWN);
    assertThat(world.hub.stores.debits().files().of("acme", 10))
        .extracting(file -> file.state())
        .containsExactly(State.REFUSED);
    assertThat(world.holds("INV-1")).isEmpty();
  }

  @Test
  void theSumOfABatchSettlesEachInstalmentWithCertainty() {
    world.two();
    world.until(DRAWN);
    UUID id = world.approve();
    world.until(Debited.DUE);
    world.statement(world.batch(id, 1, "160.50", true), "160.50");

    assertThat(world.open("INV-1")).isEqualTo("0");
    assertThat(world.open("INV-2")).isEqualTo("0");
    assertThat(world.states("INV-1")).containsExactly(DebitState.SETTLED);
    assertThat(world.states("INV-2")).containsExactly(DebitState.SETTLED);
    assertThat(unallocated()).isEqualTo("0");
  }

  private String unallocated() {
    return world
        .hub
        .jdbc()
        .sql(
            "select trim_scale(coalesce(sum(amount - claimed - returned), 0)) from payment"
                + " where direction = 'IN'")
        .query(String.class)
        .single();
  }

  @Test
  void aSumThatTheBankDoesNotNameIsTheOnlyBatchOfThatSumAndDay() {
    world.two();
    world.until(DRAWN);
    UUID id = world.approve();
    world.until(Debited.DUE);
    world.statement(world.batch(id, 1, "160.50", false), "160.50");
    assertThat(world.states("INV-1")).containsExactly(DebitState.SETTLED);
  }

  @Test
  void aSumThatIsNotTheBatchesSettlesNothingAndIsLeftToAPerson() {
    world.two();
    world.until(DRAWN);
    UUID id = world.approve();
    world.until(Debited.DUE);
    world.statement(world.batch(id, 1, "100.00", true), "100.00");
    assertThat(world.states("INV-1")).containsExactly(DebitState.SUBMITTED);
    assertThat(world.open("INV-1")).isEqualTo("100");
    assertThat(unallocated()).isEqualTo("100");
  }

  @Test
  void oneOfABatchThatGoesBackOpensItsInvoiceAlone() {
    world.two();
    world.until(DRAWN);
    UUID id = world.approve();
    world.until(Debited.DUE);
    world.statement(world.batch(id, 1, "160.50", true), "160.50");
    world.until(Debited.DUE.plusDays(2));
    world.statement(world.returned(world.debit("INV-2").endToEndId(), "60.50", "MD06"), "-60.50");

    assertThat(world.open("INV-1")).isEqualTo("0");
    assertThat(world.open("INV-2")).isEqualTo("60.5");
    Debit back = world.debit("INV-2");
    assertThat(back.state()).isEqualTo(DebitState.RETURNED);
    assertThat(back.reason()).isEqualTo("MD06");
    assertThat(world.holds("INV-2")).isEmpty();
    assertThat(unallocated()).isEqualTo("0");
    assertThat(
            world
                .hub
                .stores
                .debits()
                .mandates()
                .find("acme", back.mandateId())
                .orElseThrow()
                .mandate()
                .state())
        .isEqualTo(MandateState.PENDING);
  }

  @Test
  void inShadowModeNobodyIsToldAndInTestModeTheTesterAlone() {
    anew(DunningMode.SHADOW);
    world.two();
    world.until(DRAWN);
    assertThat(world.debits("INV-1")).isEmpty();

    anew(DunningMode.TEST);
    world.two();
    world.until(DRAWN);
    assertThat(world.hub.outlet.emails())
        .hasSize(2)
        .allMatch(email -> email.to().equals("test@acme.example"));
    assertThat(world.hub.stores.debits().files().of("acme", 10)).isEmpty();
    assertThat(world.debit("INV-1").tested()).isTrue();
  }

  @Test
  void nobodyIsDebitedWhoWasNotTold() {
    world.two();
    world.hub.outlet.answer(
        org.dunlin.work.ScriptedOutlet.refused(), org.dunlin.work.ScriptedOutlet.refused());
    world.until(DRAWN);
    assertThat(world.hub.stores.debits().files().of("acme", 10)).isEmpty();
    assertThat(world.debit("INV-1").reason()).isEqualTo("NOT_ANNOUNCED");
  }

  @Test
  void anIdentifierWhoseCheckDigitsDoNotHoldCollectsNothing() {
    world.creditor("DE99ZZZ09999999999");
    world.two();
    world.until(DRAWN);
    assertThat(world.debits("INV-1")).isEmpty();
    assertThat(Readiness.of(world.hub.stores, world.hub.stores.companies().profile("acme")))
        .isEqualTo(Readiness.WRONG_CREDITOR);
  }

  @Test
  void twoHubsTellACustomerOnce() {
    world.two();
    world.hub.decide();
    CollectDebits other =
        new CollectDebits(
            world.hub.anotherProcess(), SourceHolds.ofNoProgram(world.hub.anotherProcess()));
    CompletableFuture<Boolean> one = CompletableFuture.supplyAsync(world.collect::next);
    CompletableFuture<Boolean> two = CompletableFuture.supplyAsync(other::next);
    assertThat(List.of(one.join(), two.join())).containsExactlyInAnyOrder(true, false);
    world.day();
    assertThat(world.hub.outlet.emails()).hasSize(2);
    assertThat(world.debits("INV-1")).hasSize(1);
  }
}
