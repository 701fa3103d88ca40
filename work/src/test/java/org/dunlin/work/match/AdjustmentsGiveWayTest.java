package org.dunlin.work.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.ProgramRecords.booked;
import static org.dunlin.work.ProgramRecords.customer;
import static org.dunlin.work.ProgramRecords.invoice;
import static org.dunlin.work.ProgramRecords.settles;
import static org.dunlin.work.ProgramRecords.voided;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.ledger.Adjustments;
import org.dunlin.store.ledger.Adjustments.End;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.TestHub;
import org.dunlin.work.person.AllocateByHand;
import org.dunlin.work.person.AllocateByHand.Line;
import org.dunlin.work.person.AllocateByHand.Outcome;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What settles without money shares the fate of its allocation, and claims nothing without it. */
class AdjustmentsGiveWayTest {
  private static final LocalDate DUE = LocalDate.of(2026, 11, 10);
  private static final LocalDate PAID = LocalDate.of(2026, 11, 20);
  private static final String VAT = "NL001234567B01";

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private final ProgramPages program = new ProgramPages(hub, "ledgerly");

  @BeforeEach
  void lessIsPaidAndTheRestIsADiscount() {
    program.bring(
        Said.of("customers", "C1", customer("C1", "Bakkerij Jansen", VAT)), invoiced("100.00"));
    bank(new Entry("R1", PAID, new BigDecimal("98.00"), "Somebody", "thanks", "E2E1", null));
    UUID payment = hub.jdbc().sql("select payment_id from payment").query(UUID.class).single();
    Line line = new Line(invoiceId(), new BigDecimal("98.00"), AdjustmentReason.DISCOUNT);
    assertThat(
            new AllocateByHand(hub.stores, Abilities.NONE)
                .allocate("acme", payment, List.of(line), "anna"))
        .isEqualTo(Outcome.DONE);
    hub.settle();
    assertThat(open()).isEqualTo("0.00");
  }

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void itStandsWhenAnotherProgramHasTheInvoiceToo() {
    ProgramPages billing = new ProgramPages(hub, "billing");
    billing.bring(
        Said.of("customers", "cus_1", customer("cus_1", "Bakkerij Jansen", VAT)),
        Said.of("invoices", "in_1", invoice("in_1", "INV-42", "cus_1", DUE, "100.00", "100.00")));
    hub.settle();
    assertThat(hub.jdbc().sql("select count(*) from invoice").query(Integer.class).single())
        .isEqualTo(1);
    stands(Decision.MANUAL);
  }

  @Test
  void itStandsAgainWithItsAllocationWhenTheInvoiceIsVoidNoMore() {
    program.bring(Said.of("invoices", "I1", voided(asInvoice("100.00"))));
    hub.settle();
    assertThat(decisions()).containsExactly(Decision.CONFLICT);
    assertThat(ended()).isEqualTo(End.GAVE_WAY);

    program.bring(invoiced("100.00"));
    hub.settle();
    stands(Decision.MANUAL);
    assertThat(events()).contains("ADJUSTMENT_GAVE_WAY", "ADJUSTMENT_STANDS_AGAIN");
  }

  @Test
  void itStandsAgainWithWhatItsProgramHasBooked() {
    program.bring(payment(), invoiced("2.00"));
    hub.settle();
    stands(Decision.BOOKED);
    program.bring(Said.of("invoices", "I1", voided(asInvoice("2.00"))));
    hub.settle();
    assertThat(ended()).isEqualTo(End.GAVE_WAY);

    program.bring(invoiced("2.00"));
    hub.settle();
    stands(Decision.BOOKED);
  }

  @Test
  void itStandsAgainWhenTheBookingIsVoidAndTheInvoiceShowsThatLater() {
    program.bring(payment(), invoiced("2.00"));
    hub.settle();
    program.bring(Said.of("payments", "P1", booked("P1", PAID, "98.00", null, null, true)));
    hub.settle();
    assertThat(decisions()).containsExactly(Decision.CONFLICT);
    assertThat(open()).isEqualTo("2.00");

    program.bring(invoiced("100.00"));
    hub.settle();
    stands(Decision.MANUAL);
  }

  @Test
  void withAnAllocationThatIsContradictedItClaimsNothing() {
    program.bring(invoiced("50.00"));
    hub.settle();
    assertThat(decisions()).containsExactly(Decision.CONFLICT);
    assertThat(ended()).isEqualTo(End.GAVE_WAY);
    assertThat(open()).isEqualTo("50.00");

    program.bring(invoiced("100.00"));
    hub.settle();
    stands(Decision.MANUAL);
  }

  @Test
  void ofAContradictedAllocationItIsTakenBackWhenTheMoneyGoesBack() {
    program.bring(invoiced("2.00"));
    hub.settle();
    stands(Decision.CONFLICT);
    bank(new Entry("R2", PAID.plusDays(1), new BigDecimal("-98.00"), "x", "back", null, "E2E1"));
    assertThat(ended()).isEqualTo(End.TAKEN_BACK);
    assertThat(open()).isEqualTo("2.00");
  }

  private void stands(Decision decision) {
    assertThat(decisions()).containsExactly(decision);
    assertThat(ended()).isNull();
    assertThat(open()).isEqualTo("0.00");
  }

  private void bank(Entry entry) {
    hub.offer(
        String.valueOf(entry.reference()), BankFile.day(TestHub.IBAN, entry.on(), entry).bytes());
    hub.settle();
  }

  private static Said payment() {
    return Said.of("payments", "P1", booked("P1", PAID, "98.00"), settles("P1", "I1", "98.00"));
  }

  private static Invoice asInvoice(String left) {
    return invoice("I1", "INV-42", "C1", DUE, "100.00", left);
  }

  private static Said invoiced(String left) {
    return Said.of("invoices", "I1", asInvoice(left));
  }

  private UUID invoiceId() {
    return hub.jdbc().sql("select invoice_id from invoice").query(UUID.class).single();
  }

  private @Nullable End ended() {
    List<Adjustments.Stored> all = hub.stores.adjustments().ofInvoice("acme", invoiceId());
    assertThat(all).hasSize(1);
    return all.getFirst().ended();
  }

  private List<Decision> decisions() {
    return hub.stores.allocations().of("acme").stream()
        .map(stored -> stored.allocation().decision())
        .toList();
  }

  private String open() {
    return hub.jdbc()
        .sql("select cast(outstanding - claimed as text) from invoice")
        .query(String.class)
        .single();
  }

  private List<String> events() {
    return hub.jdbc().sql("select event from journal").query(String.class).list();
  }
}
