package org.dunlin.work.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.ledger.Adjustments;
import org.dunlin.store.ledger.Adjustments.End;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.view.AllocationLine;
import org.dunlin.store.view.Suggestion;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.person.AllocateByHand;
import org.dunlin.work.person.AllocateByHand.Line;
import org.dunlin.work.person.AllocateByHand.Outcome;
import org.dunlin.work.person.UndoAllocation;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a suggestion settles without money is shown, confirmed and taken back with it. */
class SuggestedAdjustmentsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 12, 19);
  private static final LocalDate DAY = TestHub.TODAY.minusDays(1);
  private static final InvoiceFile INVOICE = InvoiceFile.of("INV-2026-1001", "c1", DUE, "100.00");

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private final AllocateByHand byHand = new AllocateByHand(hub.stores, Abilities.NONE);

  @BeforeEach
  void lessCameByWhatABankTookAndNothingIsAutomatic() {
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
                    BigDecimal.ONE,
                    c.dunning()),
                profile.mode(),
                profile.replyTo(),
                profile.testMailbox(),
                profile.setBusinessDate()));
    hub.offer("1.xml", INVOICE.bytes());
    hub.offer("2.xml", InvoiceFile.of("INV-9", "c1", DUE, "10.00").creditNote("CN-7", "10.00"));
    Entry entry = Entry.in("R1", DAY, "97.00", "Customer c1", "INV-2026-1001");
    hub.offer("day.xml", BankFile.day(TestHub.IBAN, DAY, entry).bytes());
    hub.settle();
  }

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void itIsShownWithTheSuggestionAndClaimsNothing() {
    AllocationLine line = suggested();
    assertThat(line.amount()).isEqualTo(Money.parse("EUR 97.00"));
    assertThat(line.rest()).isEqualTo(Money.parse("EUR 3.00"));
    assertThat(line.restReason()).isEqualTo(AdjustmentReason.BANK_CHARGE);
    assertThat(open("INV-2026-1001")).isEqualTo("100.00");
    assertThat(adjustments()).isEmpty();
  }

  @Test
  void aFurtherMatchingLeavesBothAsTheyStand() {
    UUID before = suggested().id();
    hub.offer("3.xml", InvoiceFile.of("INV-2026-1002", "c2", DUE, "44.00").bytes());
    hub.settle();
    assertThat(suggested().id()).isEqualTo(before);
    assertThat(suggested().rest()).isEqualTo(Money.parse("EUR 3.00"));
  }

  @Test
  void whoConfirmsItSettlesTheInvoiceByMoneyAndAdjustmentTogether() {
    assertThat(confirm(suggested())).isEqualTo(Outcome.DONE);
    hub.settle();
    assertThat(open("INV-2026-1001")).isEqualTo("0.00");
    assertThat(lines())
        .singleElement()
        .extracting(Allocation::decision)
        .isEqualTo(Decision.CONFIRMED);
    assertThat(adjustments())
        .singleElement()
        .satisfies(
            stored -> {
              assertThat(stored.adjustment().amount()).isEqualTo(Money.parse("EUR 3.00"));
              assertThat(stored.adjustment().reason()).isEqualTo(AdjustmentReason.BANK_CHARGE);
              assertThat(stored.decidedBy()).isEqualTo("anna");
              assertThat(stored.ended()).isNull();
            });
  }

  @Test
  void whoTakesItBackTakesBothBack() {
    confirm(suggested());
    hub.settle();
    UUID id = hub.stores.allocations().of("acme").getFirst().id();
    assertThat(new UndoAllocation(hub.stores, Abilities.NONE).undo("acme", id, "ben")).isTrue();
    hub.settle();
    assertThat(open("INV-2026-1001")).isEqualTo("100.00");
    assertThat(adjustments()).extracting(Adjustments.Stored::ended).containsExactly(End.TAKEN_BACK);
    assertThat(lines()).as("no rule says it again").isEmpty();
  }

  @Test
  void whereLessIsOpenThanWasShownNothingIsDone() {
    AllocationLine shown = suggested();
    hub.offer("again.xml", INVOICE.payable("99.00").bytes());
    hub.settle();
    assertThat(confirm(shown)).isEqualTo(Outcome.LESS_OPEN);
    assertThat(open("INV-2026-1001")).isEqualTo("99.00");
    assertThat(adjustments()).isEmpty();
  }

  @Test
  void whereMoreIsOpenThanWasShownNoMoreIsSettledThanThat() {
    AllocationLine shown = suggested();
    hub.offer("again.xml", INVOICE.over("120.00").bytes());
    hub.settle();
    assertThat(confirm(shown)).isEqualTo(Outcome.DONE);
    assertThat(open("INV-2026-1001")).isEqualTo("20.00");
  }

  @Test
  void theCreditNoteOfASuggestionIsAppliedWithIt() {
    String payment = id("select payment_id from payment");
    UUID invoice =
        UUID.fromString(id("select invoice_id from invoice where number = 'INV-2026-1001'"));
    UUID note = UUID.fromString(id("select invoice_id from invoice where number = 'CN-7'"));
    hub.stores.allocations().clearSuggestions("acme", UUID.fromString(payment));
    suggest(payment, null, invoice, "90.00");
    suggest(null, note.toString(), invoice, "10.00");

    assertThat(suggestion().lines()).extracting(AllocationLine::creditNoteId).contains(note);
    assertThat(
            byHand.allocate(
                "acme",
                UUID.fromString(payment),
                List.of(
                    new Line(invoice, new BigDecimal("90.00")),
                    new Line(invoice, new BigDecimal("10.00"), null, null, note)),
                "anna"))
        .isEqualTo(Outcome.DONE);
    assertThat(open("INV-2026-1001")).isEqualTo("0.00");
    assertThat(open("CN-7")).isEqualTo("0.00");
    assertThat(lines())
        .extracting(Allocation::decision)
        .containsOnly(Decision.CONFIRMED)
        .hasSize(2);
  }

  private void suggest(
      @Nullable String payment, @Nullable String note, UUID invoice, String amount) {
    hub.stores
        .allocations()
        .add(
            "acme",
            new Allocation(
                payment,
                note,
                invoice.toString(),
                Money.parse("EUR " + amount),
                "m-1",
                1,
                Decision.SUGGESTED,
                null,
                null,
                List.of("it looks so")),
            "match",
            DAY);
  }

  private Outcome confirm(AllocationLine line) {
    return byHand.allocate(
        "acme",
        UUID.fromString(id("select payment_id from payment")),
        List.of(
            new Line(
                line.invoiceId(),
                line.amount().getAmount(),
                line.restReason(),
                line.rest() == null ? null : line.rest().getAmount(),
                null)),
        "anna");
  }

  private AllocationLine suggested() {
    return suggestion().first();
  }

  private Suggestion suggestion() {
    UUID payment = UUID.fromString(id("select payment_id from payment"));
    return Suggestion.of(
            hub.stores.views().details().payment("acme", payment).orElseThrow().allocations())
        .getFirst();
  }

  private List<Allocation> lines() {
    return hub.stores.allocations().of("acme").stream().map(Stored::allocation).toList();
  }

  private List<Adjustments.Stored> adjustments() {
    UUID payment = UUID.fromString(id("select payment_id from payment"));
    return hub.stores.adjustments().ofPayment("acme", payment);
  }

  private String open(String number) {
    return id(
        "select cast(outstanding - claimed as text) from invoice where number = '" + number + "'");
  }

  private String id(String query) {
    return hub.jdbc().sql(query).query(String.class).single();
  }
}
