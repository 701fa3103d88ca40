package org.dunlin.work.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.ProgramRecords.booked;
import static org.dunlin.work.ProgramRecords.customer;
import static org.dunlin.work.ProgramRecords.euros;
import static org.dunlin.work.ProgramRecords.invoice;
import static org.dunlin.work.ProgramRecords.settles;
import static org.dunlin.work.ProgramRecords.voided;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.TestHub;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invariant 6: what the hub allocated and a program books itself is counted once, always. */
class BookingsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 11, 10);
  private static final LocalDate PAID = LocalDate.of(2026, 11, 20);
  private static final String OTHER_IBAN = "NL91ABNA0417164300";

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private final ProgramPages program = new ProgramPages(hub, "ledgerly");

  @BeforeEach
  void anInvoiceComes() {
    program.bring(
        Said.of("customers", "C1", customer("C1", "Bakkerij Jansen", "NL001234567B01")),
        invoiced("300.00"));
    hub.settle();
  }

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void whenTheInvoiceShowsTheBookingFirstTheContradictedClaimTurnsOutToBeBooked() {
    paid("300.00");
    assertThat(decisions()).containsExactly(Decision.AUTOMATIC);
    program.bring(invoiced("0.00"));
    hub.settle();
    assertThat(decisions()).containsExactly(Decision.CONFLICT);
    program.bring(payment("P1", PAID, "300.00"));
    hub.settle();

    assertThat(decisions()).containsExactly(Decision.BOOKED);
    assertThat(open()).isEqualTo(euros("0.00"));
    assertThat(unallocated()).isEqualTo(euros("0.00"));
  }

  @Test
  void whenTheBookingComesFirstTheClaimHoldsUntilTheInvoiceShowsIt() {
    paid("100.00");
    program.bring(payment("P1", PAID, "100.00"));
    hub.settle();
    assertThat(decisions()).containsExactly(Decision.AUTOMATIC);
    assertThat(open()).as("as if nothing was booked").isEqualTo(euros("200.00"));

    program.bring(invoiced("200.00"));
    hub.settle();
    assertThat(decisions()).containsExactly(Decision.BOOKED);
    assertThat(open()).isEqualTo(euros("200.00"));
  }

  @Test
  void aWholePaymentThatIsBookedFirstIsNeverAConflict() {
    paid("300.00");
    program.bring(payment("P1", PAID, "300.00"));
    hub.settle();
    program.bring(invoiced("0.00"));
    assertThat(decisions()).containsExactly(Decision.BOOKED);
    hub.settle();

    assertThat(decisions()).containsExactly(Decision.BOOKED);
    assertThat(open()).isEqualTo(euros("0.00"));
  }

  @Test
  void aPartThatTheInvoiceShowsFirstIsCountedTwiceForNoLongerThanTheBookingTakesToCome() {
    paid("100.00");
    program.bring(invoiced("200.00"));
    hub.settle();
    assertThat(decisions()).containsExactly(Decision.AUTOMATIC);
    program.bring(payment("P1", PAID, "100.00"));
    hub.settle();

    assertThat(decisions()).containsExactly(Decision.BOOKED);
    assertThat(open()).isEqualTo(euros("200.00"));
  }

  @Test
  void untilThenNothingMoreIsAllocatedToItSinceNobodyKnowsWhatIsOpen() {
    paid("100.00");
    program.bring(invoiced("200.00"));
    paid("200.00", "R2");
    assertThat(decisions()).containsExactly(Decision.AUTOMATIC, Decision.SUGGESTED);
    assertThat(unallocated()).isEqualTo(euros("200.00"));

    program.bring(payment("P1", PAID, "100.00"));
    hub.settle();
    assertThat(decisions()).containsExactly(Decision.BOOKED, Decision.AUTOMATIC);
    assertThat(open()).isEqualTo(euros("0.00"));
    assertThat(unallocated()).isEqualTo(euros("0.00"));
  }

  @Test
  void whatTheBankTakesBackOfWhatIsBookedIsForAPersonToLookAt() {
    hub.offer(
        "in",
        BankFile.day(
                TestHub.IBAN,
                PAID,
                new Entry(
                    "R1",
                    PAID,
                    new BigDecimal("300.00"),
                    "Bakkerij Jansen",
                    "INV-42",
                    "E2E1",
                    null))
            .bytes());
    hub.settle();
    program.bring(payment("P1", PAID, "300.00"), invoiced("0.00"));
    hub.settle();
    assertThat(decisions()).containsExactly(Decision.BOOKED);

    LocalDate later = PAID.plusDays(1);
    hub.offer(
        "back",
        BankFile.day(
                TestHub.IBAN,
                later,
                new Entry(
                    "R2",
                    later,
                    new BigDecimal("-300.00"),
                    "Bakkerij Jansen",
                    "INV-42",
                    null,
                    "E2E1"))
            .bytes());
    hub.settle();
    assertThat(decisions()).containsExactly(Decision.CONFLICT);
    assertThat(hub.stores.views().conflicts().newest("acme", 10)).hasSize(1);
    assertThat(hub.jdbc().sql("select sum(claimed) from payment").query(BigDecimal.class).single())
        .isZero();
    assertThat(hub.jdbc().sql("select sum(returned) from payment").query(BigDecimal.class).single())
        .isEqualByComparingTo("600");
  }

  @Test
  void whatWasSettledBeforeWithoutABookingDoesNotReleaseAClaim() {
    program.bring(invoiced("150.00"));
    hub.settle();
    paid("100.00");
    program.bring(payment("P1", PAID, "100.00"));
    hub.settle();

    assertThat(decisions()).containsExactly(Decision.AUTOMATIC);
    assertThat(open()).isEqualTo(euros("50.00"));
  }

  @Test
  void theClaimThatWasNotBookedStandsWhicheverWasRaisedFirst() {
    paid("180.00", "R1");
    paid("120.00", "R2");
    program.bring(invoiced("120.00"));
    hub.settle();
    assertThat(decisions()).containsExactly(Decision.CONFLICT, Decision.AUTOMATIC);
    program.bring(payment("P1", PAID, "180.00"));
    hub.settle();

    assertThat(decisions()).containsExactly(Decision.BOOKED, Decision.AUTOMATIC);
    assertThat(open()).isEqualTo(euros("0.00"));
    assertThat(unallocated()).isEqualTo(euros("0.00"));
  }

  @Test
  void whatLiesMoreThanFiveDaysApartIsNotTheSame() {
    paid("100.00");
    program.bring(payment("P1", PAID.plusDays(6), "100.00"), invoiced("200.00"));
    hub.settle();

    assertThat(decisions()).containsExactly(Decision.AUTOMATIC);
    assertThat(open()).isEqualTo(euros("100.00"));
  }

  @Test
  void whatWasBookedOnAnotherOfTheCompanysAccountsIsNotTheSame() {
    hub.company("acme", DunningMode.SHADOW, null, TestHub.IBAN, OTHER_IBAN);
    paid("100.00");
    program.bring(
        new Said(
            "payments",
            "P1",
            null,
            List.of(
                booked("P1", PAID, "100.00", OTHER_IBAN, null, false),
                settles("P1", "I1", "100.00"))),
        invoiced("200.00"));
    hub.settle();

    assertThat(decisions()).containsExactly(Decision.AUTOMATIC);
  }

  @Test
  void aVoidedBookingGivesTheHubsClaimBack() {
    paid("300.00");
    program.bring(payment("P1", PAID, "300.00"), invoiced("0.00"));
    hub.settle();
    assertThat(decisions()).containsExactly(Decision.BOOKED);

    program.bring(
        Said.of("payments", "P1", booked("P1", PAID, "300.00", null, null, true)),
        invoiced("300.00"));
    hub.settle();
    assertThat(decisions()).containsExactly(Decision.AUTOMATIC);
    assertThat(open()).isEqualTo(euros("0.00"));
  }

  @Test
  void aBookingWhoseObjectIsGoneIsVoidUntilItIsThereAgain() {
    paid("300.00");
    program.bring(payment("P1", PAID, "300.00"), invoiced("0.00"));
    hub.settle();
    assertThat(decisions()).containsExactly(Decision.BOOKED);
    hub.stores
        .transactions()
        .run(
            () ->
                assertThat(
                        hub.stores
                            .bookedObjects()
                            .drop("acme", "ledgerly", "payments", List.of("P1")))
                    .isTrue());
    program.bring(invoiced("300.00"));
    hub.settle();
    assertThat(decisions()).as("gone").containsExactly(Decision.AUTOMATIC);

    program.bring(payment("P1", PAID, "300.00"), invoiced("0.00"));
    hub.settle();
    assertThat(decisions()).containsExactly(Decision.BOOKED);
  }

  @Test
  void aVoidedBookingWhoseInvoiceDoesNotShowItYetWaitsAsAConflict() {
    paid("300.00");
    program.bring(payment("P1", PAID, "300.00"), invoiced("0.00"));
    hub.settle();
    program.bring(Said.of("payments", "P1", booked("P1", PAID, "300.00", null, null, true)));
    hub.settle();
    assertThat(decisions()).containsExactly(Decision.CONFLICT);
    program.bring(invoiced("300.00"));
    hub.settle();

    assertThat(decisions()).containsExactly(Decision.AUTOMATIC);
    assertThat(open()).isEqualTo(euros("0.00"));
    assertThat(unallocated()).isEqualTo(euros("0.00"));
  }

  @Test
  void moneyThatABookkeeperBookedFirstIsBookedAndNotAllocatedASecondTime() {
    program.bring(payment("P1", PAID, "300.00"), invoiced("0.00"));
    hub.settle();
    paid("300.00");

    assertThat(decisions()).containsExactly(Decision.BOOKED);
    assertThat(unallocated()).isEqualTo(euros("0.00"));
    assertThat(open()).isEqualTo(euros("0.00"));
  }

  @Test
  void whenThatBookingIsVoidedTheMoneyIsFreeAgain() {
    program.bring(payment("P1", PAID, "300.00"), invoiced("0.00"));
    paid("300.00");
    program.bring(
        Said.of("payments", "P1", booked("P1", PAID, "300.00", null, null, true)),
        invoiced("300.00"));
    hub.settle();

    assertThat(decisions()).containsExactly(Decision.AUTOMATIC);
    assertThat(open()).isEqualTo(euros("0.00"));
    assertThat(unallocated()).isEqualTo(euros("0.00"));
  }

  @Test
  void moneyThatMayHaveBeenBookedIsLeftToAPersonWhereItIsNotSure() {
    program.bring(
        payment("P1", PAID, "300.00"),
        invoiced("0.00"),
        Said.of("invoices", "I2", invoice("I2", "INV-77", "C1", DUE, "300.00", "300.00")));
    hub.settle();
    give("300.00", "R1", "Somebody", "INV-77");

    assertThat(decisions()).isEmpty();
    assertThat(unallocated()).isEqualTo(euros("300.00"));
  }

  @Test
  void aVoidInvoiceGivesUpItsClaimsAndTheirMoneyIsFree() {
    paid("300.00");
    program.bring(Said.of("invoices", "I1", voided(asInvoice("300.00"))));
    hub.settle();

    assertThat(decisions()).containsExactly(Decision.CONFLICT);
    assertThat(unallocated()).isEqualTo(euros("300.00"));

    program.bring(invoiced("300.00"));
    hub.settle();
    assertThat(decisions()).containsExactly(Decision.AUTOMATIC);
    assertThat(unallocated()).isEqualTo(euros("0.00"));
  }

  @Test
  void whatAnObjectOfTheProgramSaysNoMoreIsNotBookedAnyMore() {
    paid("300.00");
    program.bring(payment("P1", PAID, "300.00").at("1"), invoiced("0.00"));
    hub.settle();
    assertThat(decisions()).containsExactly(Decision.BOOKED);
    program.bring(
        Said.of("payments", "P1", booked("P1", PAID, "300.00")).at("2"), invoiced("300.00"));
    hub.settle();

    assertThat(decisions()).containsExactly(Decision.AUTOMATIC);
  }

  private static Invoice asInvoice(String left) {
    return invoice("I1", "INV-42", "C1", DUE, "300.00", left);
  }

  private static Said invoiced(String left) {
    return Said.of("invoices", "I1", asInvoice(left));
  }

  private static Said payment(String id, LocalDate on, String amount) {
    return Said.of("payments", id, booked(id, on, amount), settles(id, "I1", amount));
  }

  private void paid(String amount) {
    paid(amount, "R1");
  }

  private void paid(String amount, String reference) {
    give(amount, reference, "Bakkerij Jansen", "invoice INV-42");
  }

  private int statements;

  private void give(String amount, String reference, String party, String text) {
    LocalDate on = PAID.plusDays(statements++);
    hub.offer(
        reference,
        BankFile.day(TestHub.IBAN, on, Entry.in(reference, on, amount, party, text)).bytes());
    hub.settle();
  }

  private List<Decision> decisions() {
    return hub.stores.allocations().of("acme").stream()
        .map(Stored::allocation)
        .map(line -> line.decision())
        .toList();
  }

  private Money open() {
    UUID id = hub.stores.invoices().id("acme", "ledgerly", "I1").orElseThrow();
    DocumentState state = hub.stores.invoices().find("acme", id).orElseThrow();
    return state.open();
  }

  private Money unallocated() {
    return Money.of(
        euros("0.00").getCurrencyUnit(),
        hub.jdbc()
            .sql("select coalesce(sum(amount - claimed - returned), 0) from payment")
            .query(BigDecimal.class)
            .single());
  }
}
