package org.dunlin.work.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.ledger.Adjustments;
import org.dunlin.store.ledger.Adjustments.End;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.person.UndoAllocation;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a bank took on the way is settled without money, and goes with the allocation. */
class AdjustmentsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 12, 19);
  private static final LocalDate DAY = TestHub.TODAY.minusDays(1);
  private static final InvoiceFile INVOICE = InvoiceFile.of("INV-2026-1001", "c1", DUE, "100.00");

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);

  @BeforeEach
  void lessCameByWhatABankTook() {
    CompanyProfile profile = hub.stores.companies().profile("acme");
    Company c = profile.company();
    hub.stores
        .companies()
        .put(
            new CompanyProfile(
                new Company(
                    c.id(),
                    c.name(),
                    c.country(),
                    c.timeZone(),
                    c.language(),
                    c.currency(),
                    c.accounts(),
                    c.creditorIdentifier(),
                    c.vatRecoverable(),
                    c.paymentTermDays(),
                    Map.of(CurrencyUnit.EUR, Money.parse("EUR 5.00")),
                    c.autoThreshold(),
                    c.dunning()),
                profile.mode(),
                profile.replyTo(),
                profile.testMailbox(),
                profile.setBusinessDate()));
    hub.offer("1.xml", INVOICE.bytes());
    hub.offer(
        "day.xml",
        BankFile.day(
                TestHub.IBAN,
                DAY,
                new Entry(
                    "R1",
                    DAY,
                    new BigDecimal("97.00"),
                    "Customer c1",
                    "INV-2026-1001",
                    "E2E-1",
                    null))
            .bytes());
    hub.settle();
  }

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void theInvoiceIsSettledByMoneyAndAdjustmentTogether() {
    assertThat(open()).isEqualTo("0.00");
    assertThat(adjustments())
        .singleElement()
        .satisfies(
            stored -> {
              assertThat(stored.ended()).isNull();
              assertThat(stored.adjustment().amount()).isEqualTo(Money.parse("EUR 3.00"));
              assertThat(stored.adjustment().reason()).isEqualTo(AdjustmentReason.BANK_CHARGE);
            });
    assertThat(events()).contains("ADJUSTED");
  }

  @Test
  void aFurtherMatchingAdjustsNothingAgain() {
    hub.offer("2.xml", InvoiceFile.of("INV-2026-1002", "c1", DUE, "44.00").bytes());
    hub.settle();
    assertThat(adjustments()).hasSize(1);
    assertThat(open()).isEqualTo("0.00");
  }

  @Test
  void itIsTakenBackWithItsAllocation() {
    UUID line = hub.stores.allocations().of("acme").getFirst().id();
    assertThat(new UndoAllocation(hub.stores, Abilities.NONE).undo("acme", line, "anna")).isTrue();
    assertThat(open()).isEqualTo("100.00");
    assertThat(adjustments()).extracting(Adjustments.Stored::ended).containsOnly(End.TAKEN_BACK);
    assertThat(events()).contains("ADJUSTMENT_TAKEN_BACK");
    hub.settle();
    assertThat(open()).isEqualTo("100.00");
    assertThat(hub.stores.allocations().of("acme")).extracting(Stored::id).doesNotContain(line);
    assertThat(adjustments())
        .as("who follows the list sees it")
        .extracting(Adjustments.Stored::ended)
        .containsExactly(End.TAKEN_BACK);
  }

  @Test
  void itIsTakenBackWhenTheMoneyGoesBack() {
    LocalDate next = DAY.plusDays(1);
    hub.offer(
        "back.xml",
        BankFile.empty()
            .with(
                TestHub.IBAN,
                next,
                next,
                new BigDecimal("97.00"),
                List.of(
                    new Entry(
                        "R2",
                        next,
                        new BigDecimal("-97.00"),
                        "Customer c1",
                        "returned",
                        null,
                        "E2E-1")))
            .bytes());
    hub.settle();
    assertThat(open()).isEqualTo("100.00");
    assertThat(adjustments()).extracting(Adjustments.Stored::ended).containsOnly(End.TAKEN_BACK);
  }

  @Test
  void whatTheSourceWritesOffItselfIsNotCountedTwiceAndNobodyNeedLook() {
    hub.offer("again.xml", INVOICE.payable("97.00").bytes());
    hub.settle();
    assertThat(open()).isEqualTo("0.00");
    assertThat(adjustments()).extracting(Adjustments.Stored::ended).containsOnly(End.SHOWN);
    assertThat(events()).doesNotContain("ALLOCATION_CONFLICT");
  }

  @Test
  void whereTheSourceShowsAllOfItBothGiveWay() {
    hub.offer("again.xml", INVOICE.payable("0.00").bytes());
    hub.settle();
    assertThat(open()).isEqualTo("0.00");
    assertThat(adjustments()).extracting(Adjustments.Stored::ended).containsOnly(End.GAVE_WAY);
    assertThat(events()).contains("ALLOCATION_CONFLICT", "ADJUSTMENT_GAVE_WAY");

    hub.offer("once-more.xml", INVOICE.named("again").bytes());
    hub.settle();
    assertThat(open()).isEqualTo("0.00");
    assertThat(adjustments()).singleElement().extracting(Adjustments.Stored::ended).isNull();
  }

  @Test
  void ofAPaymentThatTheSourceShowsTheAdjustmentStays() {
    hub.offer("again.xml", INVOICE.payable("3.00").bytes());
    hub.settle();
    assertThat(open()).isEqualTo("0.00");
    assertThat(adjustments()).singleElement().extracting(Adjustments.Stored::ended).isNull();
  }

  private List<Adjustments.Stored> adjustments() {
    UUID invoice =
        hub.jdbc()
            .sql("select invoice_id from invoice where number = 'INV-2026-1001'")
            .query(UUID.class)
            .single();
    return hub.stores.adjustments().ofInvoice("acme", invoice);
  }

  private String open() {
    return hub.jdbc()
        .sql(
            "select cast(outstanding - claimed as text) from invoice where number = 'INV-2026-1001'")
        .query(String.class)
        .single();
  }

  private List<String> events() {
    return hub.jdbc().sql("select event from journal").query(String.class).list();
  }
}
