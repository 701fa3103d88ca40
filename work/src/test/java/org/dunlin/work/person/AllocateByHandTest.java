package org.dunlin.work.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.ledger.Payments.Place;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.person.AllocateByHand.Line;
import org.dunlin.work.person.AllocateByHand.Outcome;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Invariant 7: what a person decided of a payment holds, all of it or nothing, against any rule.
 */
class AllocateByHandTest {
  private static final LocalDate DUE = LocalDate.of(2026, 12, 19);

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private final AllocateByHand byHand = new AllocateByHand(hub.stores, Abilities.NONE);
  private final JudgePayment judge = new JudgePayment(hub.stores);

  @BeforeEach
  void moneyComesOfWhichTheBankSaysNothing() {
    hub.offer("1.xml", InvoiceFile.of("INV-2026-1001", "c1", DUE, "100.00").bytes());
    hub.offer("2.xml", InvoiceFile.of("INV-2026-1002", "c1", DUE, "40.00").bytes());
    hub.offer("3.xml", InvoiceFile.of("INV-2026-1003", "c2", DUE, "30.00").in("USD").bytes());
    LocalDate day = TestHub.TODAY.minusDays(1);
    hub.offer(
        "statement.xml",
        BankFile.day(TestHub.IBAN, day, Entry.in("R1", day, "120.00", "Somebody", "thanks"))
            .bytes());
    hub.settle();
  }

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void aPaymentIsSplitOverInvoicesAsAPersonSays() {
    assertThat(allocate(line("INV-2026-1001", "100.00"), line("INV-2026-1002", "20.00")))
        .isEqualTo(Outcome.DONE);
    hub.settle();
    assertThat(lines()).extracting(Allocation::decision).containsOnly(Decision.MANUAL).hasSize(2);
    assertThat(open("INV-2026-1001")).isEqualTo("0.00");
    assertThat(open("INV-2026-1002")).isEqualTo("20.00");
    assertThat(hub.stores.payments().unallocated("acme", Place.START, 10)).isEmpty();
  }

  @Test
  void nothingIsAllocatedWhereOneLineDoesNotFit() {
    assertThat(allocate(line("INV-2026-1001", "100.00"), line("INV-2026-1002", "20.01")))
        .isEqualTo(Outcome.LESS_LEFT);
    assertThat(allocate(line("INV-2026-1002", "40.01"))).isEqualTo(Outcome.LESS_OPEN);
    assertThat(allocate(line("INV-2026-1003", "30.00"))).isEqualTo(Outcome.OTHER_CURRENCY);
    assertThat(allocate(new Line(UUID.randomUUID(), BigDecimal.ONE))).isEqualTo(Outcome.NO_INVOICE);
    assertThat(allocate()).isEqualTo(Outcome.NOTHING_TO_DO);
    assertThat(allocate(line("INV-2026-1001", "0.00"))).isEqualTo(Outcome.NOTHING_TO_DO);
    assertThat(allocate(line("INV-2026-1001", "1.001"))).isEqualTo(Outcome.NOTHING_TO_DO);
    assertThat(allocate(line("INV-2026-1001", "1.00"), line("INV-2026-1001", "1.00")))
        .isEqualTo(Outcome.NOTHING_TO_DO);
    assertThat(lines()).isEmpty();
    assertThat(open("INV-2026-1001")).isEqualTo("100.00");
  }

  @Test
  void aDifferenceIsSettledWithAReasonAndTakenBackWithItsAllocation() {
    Line line =
        new Line(invoice("INV-2026-1001"), new BigDecimal("95.00"), AdjustmentReason.BANK_CHARGE);
    assertThat(allocate(line)).isEqualTo(Outcome.DONE);
    hub.settle();
    assertThat(open("INV-2026-1001")).isEqualTo("0.00");
    assertThat(hub.stores.adjustments().ofPayment("acme", payment()))
        .singleElement()
        .satisfies(
            stored -> {
              assertThat(stored.adjustment().amount()).isEqualTo(Money.parse("EUR 5.00"));
              assertThat(stored.adjustment().reason()).isEqualTo(AdjustmentReason.BANK_CHARGE);
              assertThat(stored.decidedBy()).isEqualTo("anna");
            });
    UUID id = hub.stores.allocations().of("acme").getFirst().id();
    new UndoAllocation(hub.stores, Abilities.NONE).undo("acme", id, "anna");
    assertThat(open("INV-2026-1001")).isEqualTo("100.00");
  }

  @Test
  void whereNothingIsLeftOfTheInvoiceThereIsNothingToSettle() {
    Line line =
        new Line(invoice("INV-2026-1001"), new BigDecimal("100.00"), AdjustmentReason.ROUNDING);
    assertThat(allocate(line)).isEqualTo(Outcome.DONE);
    assertThat(hub.stores.adjustments().ofPayment("acme", payment())).isEmpty();
  }

  @Test
  void theSecondOfTwoReviewersIsTold() {
    assertThat(allocate(line("INV-2026-1001", "100.00"))).isEqualTo(Outcome.DONE);
    assertThat(allocate(line("INV-2026-1001", "100.00"))).isEqualTo(Outcome.LESS_OPEN);
    assertThat(lines()).hasSize(1);
  }

  @Test
  void aSuggestionTakenAsItIsKeepsItsRuleAndEvidence() {
    suggest("INV-2026-1001", "100.00");
    assertThat(allocate(line("INV-2026-1001", "100.0"))).isEqualTo(Outcome.DONE);
    assertThat(lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.decision()).isEqualTo(Decision.CONFIRMED);
              assertThat(line.rule()).isEqualTo(MatchRule.SCORE);
              assertThat(line.evidence()).containsExactly("it looks so");
            });
  }

  @Test
  void aSuggestionChangedIsThePersonsOwn() {
    suggest("INV-2026-1001", "100.00");
    assertThat(allocate(line("INV-2026-1001", "90.00"))).isEqualTo(Outcome.DONE);
    assertThat(lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.decision()).isEqualTo(Decision.MANUAL);
              assertThat(line.rule()).isNull();
            });
  }

  @Test
  void whatWasTakenBackCanBeSaidAgainByAPerson() {
    allocate(line("INV-2026-1001", "100.00"));
    UUID id = hub.stores.allocations().of("acme").getFirst().id();
    assertThat(new UndoAllocation(hub.stores, Abilities.NONE).undo("acme", id, "anna")).isTrue();
    hub.settle();
    assertThat(lines()).isEmpty();
    assertThat(allocate(line("INV-2026-1001", "100.00"))).isEqualTo(Outcome.DONE);
    assertThat(hub.stores.refusals().of("acme")).isEmpty();
  }

  @Test
  void whatIsRefusedIsNeitherSuggestedNorAllocatedAgain() {
    suggest("INV-2026-1001", "100.00");
    judge.refuse("acme", payment(), List.of(invoice("INV-2026-1001")), "anna");
    hub.settle();
    assertThat(lines()).isEmpty();
    assertThat(hub.stores.refusals().of("acme")).hasSize(1);
  }

  @Test
  void whatIsNoCustomersMoneyIsLeftAloneUntilItIsTakenUpAgain() {
    UUID payment = payment();
    assertThat(judge.setAside("acme", payment, "anna")).isTrue();
    assertThat(judge.setAside("acme", payment, "ben")).isFalse();
    assertThat(hub.stores.payments().unallocated("acme", Place.START, 10)).isEmpty();
    assertThat(hub.stores.views().unallocatedPayments().newest("acme", 10)).isEmpty();
    assertThat(hub.stores.views().details().payment("acme", payment).orElseThrow().setAsideBy())
        .isEqualTo("anna");

    assertThat(judge.takeUp("acme", payment, "ben")).isTrue();
    assertThat(judge.takeUp("acme", payment, "ben")).isFalse();
    assertThat(hub.stores.payments().unallocated("acme", Place.START, 10)).hasSize(1);
  }

  @Test
  void whatWasSetAsideIsTakenUpWhereAPersonAllocatesIt() {
    UUID payment = payment();
    judge.setAside("acme", payment, "anna");
    Line line = line("INV-2026-1001", "100.00");
    assertThat(byHand.allocate("acme", payment, List.of(line), "ben")).isEqualTo(Outcome.DONE);
    assertThat(hub.stores.payments().unallocated("acme", Place.START, 10)).hasSize(1);
  }

  @Test
  void everyDecisionMakesMatchingDue() {
    allocate(line("INV-2026-1001", "100.00"));
    assertThat(hub.stores.companies().workDue("acme", WorkDue.MATCH)).isNotEmpty();
  }

  private Outcome allocate(Line... lines) {
    return byHand.allocate("acme", payment(), List.of(lines), "anna");
  }

  private void suggest(String number, String amount) {
    Allocation line =
        new Allocation(
            payment().toString(),
            null,
            invoice(number).toString(),
            Money.parse("EUR " + amount),
            "m-1",
            1,
            Decision.SUGGESTED,
            MatchRule.SCORE,
            new BigDecimal("0.7"),
            List.of("it looks so"));
    hub.stores.allocations().add("acme", line, "match", TestHub.TODAY);
  }

  private Line line(String number, String amount) {
    return new Line(invoice(number), new BigDecimal(amount));
  }

  private UUID payment() {
    return hub.jdbc().sql("select payment_id from payment").query(UUID.class).single();
  }

  private UUID invoice(String number) {
    return hub.jdbc()
        .sql("select invoice_id from invoice where number = ?")
        .param(number)
        .query(UUID.class)
        .single();
  }

  private String open(String number) {
    return hub.stores
        .invoices()
        .find("acme", invoice(number))
        .orElseThrow()
        .open()
        .getAmount()
        .toPlainString();
  }

  private List<Allocation> lines() {
    return hub.stores.allocations().of("acme").stream().map(Stored::allocation).toList();
  }
}
