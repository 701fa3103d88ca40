package org.dunlin.work.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.port.Abilities;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.tell.TellPrograms;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a proposal settles without money goes with the line of its payment. */
class FindingsTest {
  private static final LocalDate DAY = TestHub.TODAY.minusDays(1);

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);

  @BeforeEach
  void anInvoiceANoteAndMoneyThatNamesNeither() {
    LocalDate due = LocalDate.of(2026, 12, 19);
    hub.offer("1.xml", InvoiceFile.of("INV-2026-1001", "c1", due, "100.00").bytes());
    hub.offer("2.xml", InvoiceFile.of("INV-9", "c1", due, "10.00").creditNote("CN-7", "10.00"));
    Entry entry = Entry.in("R1", DAY, "87.00", "Somebody", "thanks");
    hub.offer("day.xml", BankFile.day(TestHub.IBAN, DAY, entry).bytes());
    hub.settle();
  }

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void besideACreditNoteItHangsOnTheLineOfThePayment() {
    String payment = id("select payment_id from payment");
    find(line(payment, null, "87.00"), line(null, note(), "10.00"));
    assertThat(id("select allocation_id from adjustment where ended is null"))
        .isEqualTo(
            id(
                "select allocation_id from allocation where payment_id is not null"
                    + " and decision = 'AUTOMATIC'"));
  }

  @Test
  void withTheCreditNoteAloneNothingIsRecorded() {
    find(line(null, note(), "10.00"));
    assertThat(hub.jdbc().sql("select count(*) from adjustment").query(Integer.class).single())
        .isZero();
  }

  private void find(Allocation... lines) {
    Adjustment charge =
        new Adjustment(
            id("select payment_id from payment"),
            invoice(),
            Money.parse("EUR 3.00"),
            AdjustmentReason.BANK_CHARGE,
            "m-1");
    hub.stores
        .transactions()
        .run(
            () ->
                new Findings(
                        hub.stores,
                        new TellPrograms(hub.stores, Abilities.NONE),
                        hub.stores.companies().profile("acme"),
                        TestHub.TODAY,
                        new Suggestions(hub.stores, "acme"))
                    .add(List.of(lines), List.of(charge)));
  }

  private Allocation line(@Nullable String payment, @Nullable String note, String amount) {
    return new Allocation(
        payment,
        note,
        invoice(),
        Money.parse("EUR " + amount),
        "m-1",
        1,
        Decision.AUTOMATIC,
        MatchRule.SCORE,
        BigDecimal.ONE,
        List.of("it looks so"));
  }

  private String invoice() {
    return id("select invoice_id from invoice where kind = 'INVOICE'");
  }

  private String note() {
    return id("select invoice_id from invoice where kind = 'CREDIT_NOTE'");
  }

  private String id(String query) {
    return hub.jdbc().sql(query).query(UUID.class).single().toString();
  }
}
