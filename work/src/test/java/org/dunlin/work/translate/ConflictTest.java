package org.dunlin.work.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.MatchRule;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.ledger.PaymentState;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.TestHub.Seen;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A source that shows less outstanding than the hub has claimed takes the youngest claims back. */
class ConflictTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 19);
  private static final InvoiceFile INVOICE =
      InvoiceFile.of("INV-2026-1001", "C1", LocalDate.of(2026, 11, 1), "100.00");

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);

  @BeforeEach
  void claimSixtyAndThenForty() {
    translate(INVOICE);
    paid(0, "60.00");
    paid(1, "40.00");
    assertThat(lines())
        .extracting(Stored::allocation)
        .allMatch(a -> a.decision() == Decision.AUTOMATIC);
    assertThat(claimed()).isEqualByComparingTo("100.00");
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void theYoungestClaimBecomesAConflictAndGivesItsCentsBack() {
    translate(INVOICE.payable("60.00"));

    assertThat(decisions()).containsExactly(Decision.AUTOMATIC, Decision.CONFLICT);
    assertThat(claimed()).isEqualByComparingTo("60.00");
    assertThat(payment(1).unallocated()).isEqualTo(Money.parse("EUR 40.00"));
    assertThat(payment(0).unallocated()).isEqualTo(Money.parse("EUR 0.00"));
    assertThat(journal()).contains("ALLOCATION_CONFLICT");
  }

  @Test
  void aClaimGivesWayAsAWholeWhenOnlySomeOfItWouldFit() {
    translate(INVOICE.payable("75.00"));

    assertThat(decisions()).containsExactly(Decision.AUTOMATIC, Decision.CONFLICT);
    assertThat(claimed()).isEqualByComparingTo("60.00");
  }

  @Test
  void asManyClaimsGiveWayAsMust() {
    translate(INVOICE.payable("0.00"));

    assertThat(decisions()).containsExactly(Decision.CONFLICT, Decision.CONFLICT);
    assertThat(claimed()).isEqualByComparingTo("0");
  }

  @Test
  void aSourceThatStillShowsEnoughChangesNoClaim() {
    translate(INVOICE.payable("100.00").due(INVOICE.due().plusDays(3)));

    assertThat(decisions()).containsOnly(Decision.AUTOMATIC);
  }

  @Test
  void aPaymentThatWentBackClaimsNothingThatCouldGiveWay() {
    give(entry("BACK", "-40.00", null, "E1"), 2);
    assertThat(claimed()).isEqualByComparingTo("60.00");
    translate(INVOICE.payable("50.00"));

    assertThat(hub.deliveries()).extracting(Seen::state).containsOnly("APPLIED");
    assertThat(claimed()).isEqualByComparingTo("0");
    assertThat(payment(0).unallocated()).isEqualTo(Money.parse("EUR 60.00"));
    assertThat(payment(1).unallocated()).isEqualTo(Money.parse("EUR 0.00"));
    assertThat(lines())
        .filteredOn(line -> line.allocation().decision() == Decision.CONFLICT)
        .extracting(line -> line.allocation().amount())
        .containsExactly(Money.parse("EUR 60.00"));
    assertThat(lines()).filteredOn(l -> l.allocation().rule() == MatchRule.RETURN).hasSize(1);
  }

  private void translate(InvoiceFile file) {
    hub.offer("invoice.xml", file.bytes());
    TestHub.drain(hub.translate::next);
  }

  private void paid(int number, String amount) {
    give(entry("R" + number, amount, "E" + number, null), number);
  }

  private void give(Entry entry, int day) {
    LocalDate on = DAY.plusDays(day);
    Entry dated =
        new Entry(
            entry.reference(),
            on,
            entry.amount(),
            entry.party(),
            entry.remittance(),
            entry.endToEnd(),
            entry.undoes());
    hub.offer(
        "statement.xml",
        BankFile.empty().with(TestHub.IBAN, on, on, BigDecimal.ZERO, List.of(dated)).bytes());
    hub.settle();
  }

  private static Entry entry(
      String reference, String amount, @Nullable String endToEnd, @Nullable String undoes) {
    return new Entry(
        reference,
        DAY,
        new BigDecimal(amount),
        INVOICE.name(),
        "invoice " + INVOICE.number(),
        endToEnd,
        undoes);
  }

  private List<Stored> lines() {
    return hub.stores.allocations().of("acme");
  }

  private List<Decision> decisions() {
    return lines().stream().map(line -> line.allocation().decision()).toList();
  }

  private BigDecimal claimed() {
    return hub.jdbc().sql("select claimed from invoice").query(BigDecimal.class).single();
  }

  private PaymentState payment(int number) {
    UUID id =
        hub.jdbc()
            .sql(
                "select payment_id from payment where record ->> 'endToEndId' = ? and direction ="
                    + " 'IN'")
            .param("E" + number)
            .query(UUID.class)
            .single();
    return hub.stores.payments().find("acme", id).orElseThrow();
  }

  private List<String> journal() {
    return hub.stores.journal().newest("acme", 50).stream().map(entry -> entry.event()).toList();
  }
}
