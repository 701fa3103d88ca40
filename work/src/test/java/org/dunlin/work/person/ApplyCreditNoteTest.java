package org.dunlin.work.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.view.ReviewQueue;
import org.dunlin.store.view.TieOut;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.person.AllocateByHand.Outcome;
import org.dunlin.work.person.ApplyCreditNote.Line;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A credit note that names no open invoice is asked about, and what a person says of it holds, all
 * of it or nothing, against any rule.
 */
class ApplyCreditNoteTest {
  private static final LocalDate DUE = LocalDate.of(2026, 12, 19);
  private static final InvoiceFile PAID = InvoiceFile.of("INV-2026-0999", "c1", DUE, "60.00");

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private final ApplyCreditNote apply = new ApplyCreditNote(hub.stores, Abilities.NONE);
  private final JudgeCreditNote judge = new JudgeCreditNote(hub.stores);

  @BeforeEach
  void aCreditNoteIsForWhatIsPaid() {
    hub.offer("0.xml", PAID.payable("0.00").bytes());
    hub.offer("1.xml", InvoiceFile.of("INV-2026-1001", "c1", DUE, "100.00").bytes());
    hub.offer("2.xml", InvoiceFile.of("INV-2026-1002", "c1", DUE, "40.00").bytes());
    hub.offer("3.xml", InvoiceFile.of("INV-2026-1003", "c2", DUE, "40.00").bytes());
    hub.offer("4.xml", PAID.creditNote("CN-2026-77", "40.00"));
    hub.settle();
  }

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    assertThat(hub.stores.views().tieOuts().of("acme")).allMatch(TieOut::ties);
    hub.close();
  }

  @Test
  void itWaitsForAPersonWithWhatItsCustomerOwes() {
    assertThat(queue().creditNotes("acme", 10)).containsExactly(note());
    assertThat(queue().first("acme", 10)).as("payments").isEmpty();
    assertThat(queue().waiting("acme")).isEqualTo(1);
    assertThat(hub.stores.views().tasks().of("acme", TestHub.TODAY).creditNotes()).isEqualTo(1);
    assertThat(suggested())
        .extracting(line -> number(line) + " " + line.amount().getAmount())
        .containsExactly("INV-2026-1002 40.00", "INV-2026-1001 40.00");
  }

  @Test
  void whatIsSuggestedIsConfirmedWithItsReasonsAndTakenBack() {
    assertThat(apply(line("INV-2026-1002", "40.0"))).isEqualTo(Outcome.DONE);
    hub.settle();
    assertThat(applied())
        .singleElement()
        .satisfies(
            stored -> {
              assertThat(stored.allocation().decision()).isEqualTo(Decision.CONFIRMED);
              assertThat(stored.allocation().rule()).isEqualTo(MatchRule.SCORE);
              assertThat(stored.decidedBy()).isEqualTo("anna");
            });
    assertThat(open("INV-2026-1002")).isEqualTo("0.00");
    assertThat(open("CN-2026-77")).isEqualTo("0.00");
    assertThat(queue().waiting("acme")).isZero();

    UUID id = applied().getFirst().id();
    assertThat(new UndoAllocation(hub.stores, Abilities.NONE).undo("acme", id, "ben")).isTrue();
    hub.settle();
    assertThat(open("INV-2026-1002")).isEqualTo("40.00");
    assertThat(suggested())
        .as("not the one that was taken back")
        .extracting(this::number)
        .containsExactly("INV-2026-1001");
  }

  @Test
  void anotherAmountOrInvoiceIsThePersonsOwnAndSeveralGoTogether() {
    assertThat(apply(line("INV-2026-1001", "25.00"), line("INV-2026-1002", "15.00")))
        .isEqualTo(Outcome.DONE);
    assertThat(applied())
        .extracting(stored -> stored.allocation().decision())
        .containsExactly(Decision.MANUAL, Decision.MANUAL);
    assertThat(open("INV-2026-1001")).isEqualTo("75.00");
    assertThat(open("INV-2026-1002")).isEqualTo("25.00");
  }

  @Test
  void nothingIsAppliedWhereOneLineDoesNotFit() {
    assertThat(apply(line("INV-2026-1001", "40.00"), line("INV-2026-1002", "0.01")))
        .isEqualTo(Outcome.LESS_LEFT);
    assertThat(apply(line("INV-2026-1003", "40.00"))).isEqualTo(Outcome.OTHER_CUSTOMER);
    assertThat(apply(new Line(UUID.randomUUID(), BigDecimal.ONE))).isEqualTo(Outcome.NO_INVOICE);
    assertThat(apply(new Line(note(), BigDecimal.ONE))).isEqualTo(Outcome.NO_INVOICE);
    assertThat(apply()).isEqualTo(Outcome.NOTHING_TO_DO);
    assertThat(apply(line("INV-2026-1001", "0.00"))).isEqualTo(Outcome.NOTHING_TO_DO);
    assertThat(apply(line("INV-2026-1001", "1.001"))).isEqualTo(Outcome.NOTHING_TO_DO);
    assertThat(apply(line("INV-2026-1001", "1.00"), line("INV-2026-1001", "1.00")))
        .isEqualTo(Outcome.NOTHING_TO_DO);
    assertThat(apply.apply("acme", invoice("INV-2026-1001"), List.of(), "anna"))
        .isEqualTo(Outcome.NO_INVOICE);
    assertThat(applied()).isEmpty();
    assertThat(open("CN-2026-77")).isEqualTo("40.00");
  }

  @Test
  void theSecondOfTwoReviewersIsTold() {
    assertThat(apply(line("INV-2026-1002", "40.00"))).isEqualTo(Outcome.DONE);
    assertThat(apply(line("INV-2026-1001", "40.00"))).isEqualTo(Outcome.LESS_LEFT);
    assertThat(applied()).hasSize(1);
  }

  @Test
  void moreThanIsOpenOfTheInvoiceIsNotApplied() {
    LocalDate day = TestHub.TODAY.minusDays(1);
    hub.offer(
        "statement.xml",
        BankFile.day(
                TestHub.IBAN, day, Entry.in("R1", day, "40.00", "Customer c1", "INV-2026-1002"))
            .bytes());
    hub.settle();
    assertThat(apply(line("INV-2026-1002", "40.00"))).isEqualTo(Outcome.LESS_OPEN);
  }

  @Test
  void whatIsRefusedIsNotSuggestedAgain() {
    judge.refuse("acme", note(), List.of(invoice("INV-2026-1002")), "anna");
    hub.settle();
    assertThat(suggested()).extracting(this::number).containsExactly("INV-2026-1001");
    judge.refuse("acme", note(), List.of(invoice("INV-2026-1001")), "anna");
    hub.settle();
    assertThat(queue().waiting("acme")).isZero();
    assertThat(apply(line("INV-2026-1002", "40.00"))).as("a person may").isEqualTo(Outcome.DONE);
  }

  @Test
  void whatWaitsForAnInvoiceThatItNamesIsAskedAboutAfterAWeek() {
    apply(line("INV-2026-1001", "40.00"));
    hub.offer(
        "5.xml",
        InvoiceFile.of("INV-2026-0998", "c1", DUE, "10.00").creditNote("CN-2026-78", "10.00"));
    hub.settle();
    assertThat(queue().creditNotes("acme", 10)).isEmpty();

    hub.sql("update delivery set received_at = received_at - interval '8 days'");
    hub.stores.companies().addWorkDue("acme", WorkDue.MATCH);
    hub.settle();
    assertThat(queue().creditNotes("acme", 10)).containsExactly(invoice("CN-2026-78"));
  }

  @Test
  void whatIsLeftToTheCustomerIsAskedAboutNoMoreUntilItIsTakenUp() {
    assertThat(judge.leave("acme", note(), "anna")).isTrue();
    assertThat(judge.leave("acme", note(), "ben")).isFalse();
    assertThat(queue().waiting("acme")).isZero();
    hub.settle();
    assertThat(suggested()).isEmpty();
    assertThat(hub.stores.views().details().creditNote("acme", note()).orElseThrow().leftBy())
        .isEqualTo("anna");

    assertThat(judge.takeUp("acme", note(), "ben")).isTrue();
    assertThat(judge.takeUp("acme", note(), "ben")).isFalse();
    hub.settle();
    assertThat(suggested()).isNotEmpty();
  }

  @Test
  void whatWasLeftIsTakenUpWhereAPersonAppliesIt() {
    judge.leave("acme", note(), "anna");
    assertThat(apply(line("INV-2026-1001", "10.00"))).isEqualTo(Outcome.DONE);
    hub.settle();
    assertThat(suggested()).as("what is left of it").isNotEmpty();
    assertThat(open("CN-2026-77")).isEqualTo("30.00");
  }

  @Test
  void aPaymentMayStillDeductWhatWasLeft() {
    judge.leave("acme", note(), "anna");
    LocalDate day = TestHub.TODAY.minusDays(1);
    hub.offer(
        "statement.xml",
        BankFile.day(
                TestHub.IBAN,
                day,
                Entry.in("R1", day, "60.00", "Customer c1", "INV-2026-1001 less CN-2026-77"))
            .bytes());
    hub.settle();
    assertThat(open("INV-2026-1001")).isEqualTo("0.00");
    assertThat(open("CN-2026-77")).isEqualTo("0.00");
  }

  private ReviewQueue queue() {
    return hub.stores.views().reviewQueue();
  }

  private Outcome apply(Line... lines) {
    return apply.apply("acme", note(), List.of(lines), "anna");
  }

  private Line line(String number, String amount) {
    return new Line(invoice(number), new BigDecimal(amount));
  }

  private List<Allocation> suggested() {
    return hub.stores.openCreditNotes().suggestedOf("acme", note()).stream()
        .map(Stored::allocation)
        .toList();
  }

  private List<Stored> applied() {
    return hub.stores.allocations().of("acme").stream()
        .filter(stored -> stored.allocation().decision() != Decision.SUGGESTED)
        .toList();
  }

  private String number(Allocation line) {
    return hub.stores
        .invoices()
        .find("acme", UUID.fromString(line.invoiceId()))
        .orElseThrow()
        .invoice()
        .number();
  }

  private UUID note() {
    return invoice("CN-2026-77");
  }

  private UUID invoice(String number) {
    return hub.jdbc()
        .sql("select invoice_id from invoice where number = :number")
        .param("number", number)
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
}
