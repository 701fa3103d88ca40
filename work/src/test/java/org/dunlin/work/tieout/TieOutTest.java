package org.dunlin.work.tieout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dunlin.store.tieout.DifferenceReason;
import org.dunlin.store.tieout.TieOutLine;
import org.dunlin.store.tieout.TieOutState;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.source.MissingAtSource;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a program says is owed is held against its documents, and a difference is shown. */
class TieOutTest {
  private final TillHub hub = new TillHub();
  private final Till till = hub.till;

  @BeforeEach
  void books() {
    till.invoice("i-1", "anna", "100.00");
    till.invoice("i-2", "bert", "50.00");
    till.invoice("i-3", "carl", "25.00");
    till.document(new Till.Document("c-1", "carl", "CREDIT_NOTE", "EUR", "30.00", "30.00"));
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whatAgreesTiesOutWithOneReading() {
    hub.run();

    assertThat(hub.result().state()).isEqualTo(TieOutState.TIES);
    assertThat(hub.lines()).isEmpty();
    assertThat(hub.owedRead()).isEqualTo(1);
    assertThat(hub.totals())
        .singleElement()
        .satisfies(
            total -> {
              assertThat(total.program()).isEqualTo(Money.of(CurrencyUnit.EUR, 145));
              assertThat(total.hub()).isEqualTo(total.program());
            });
  }

  @Test
  void aDifferenceIsShownOnceASecondReadingAfterAPullHasItToo() {
    till.saysMore("bert", "7.50");
    hub.run();

    assertThat(hub.result().state()).isEqualTo(TieOutState.DIFFERS);
    assertThat(hub.owedRead()).isEqualTo(2);
    assertThat(hub.result().unexplained()).isEqualTo(1);
    assertThat(hub.lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.difference())
                  .isEqualTo(Money.of(CurrencyUnit.EUR, new BigDecimal("7.50")));
              assertThat(line.customerId()).isNotNull();
              assertThat(line.name()).isEqualTo("bert");
            });
    assertThat(hub.reasons("bert")).isEqualTo(Map.of(DifferenceReason.UNEXPLAINED, "7.5"));
    assertThat(hub.hub.events()).contains("TIE_OUT_DIFFERS").doesNotContain("TIES_OUT_AGAIN");
    till.saysMore("bert", "0.00");
    hub.nextDay();

    assertThat(hub.result().state()).isEqualTo(TieOutState.TIES);
    assertThat(hub.hub.events()).contains("TIES_OUT_AGAIN");
    assertThat(hub.stores.tieOuts().runs().ended("acme", PullHub.SHOP, 10)).hasSize(2);
  }

  @Test
  void anInvoiceThatIsOnItsWayIsNoFalseAlarm() {
    AtomicInteger readings = new AtomicInteger();
    till.whileOwedIsRead(
        () -> {
          if (readings.incrementAndGet() == 1) {
            till.invoice("i-9", "bert", "9.00");
          }
        });
    hub.run();

    assertThat(readings).hasValue(2);
    assertThat(hub.result().state()).isEqualTo(TieOutState.TIES);
    assertThat(hub.hub.events()).doesNotContain("TIE_OUT_DIFFERS");
  }

  @Test
  void whoIsInvoicedEachTimeTheProgramIsReadIsNotCalledADifference() {
    AtomicInteger readings = new AtomicInteger();
    till.whileOwedIsRead(() -> till.invoice("n-" + readings.incrementAndGet(), "bert", "9.00"));
    hub.run();

    assertThat(hub.reasons("bert")).isEqualTo(Map.of(DifferenceReason.CHANGING, "9"));
    assertThat(hub.result().state()).isEqualTo(TieOutState.TIES);
    assertThat(readings).hasValue(3);
  }

  @Test
  void aCustomerWhomTheHubDoesNotKnowIsNamedAsTheProgramNamesIt() {
    till.saysMore("dora", "12.00");
    hub.run();

    assertThat(hub.lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.customerId()).isNull();
              assertThat(line.name()).isEqualTo("Name of dora");
            });
    assertThat(hub.reasons("dora")).isEqualTo(Map.of(DifferenceReason.UNKNOWN_CUSTOMER, "12"));
  }

  @Test
  void whatTheProgramHasBookedAndNotAppliedExplainsThatItSaysLess() {
    till.payment("p-1", "40.00");
    till.saysMore("anna", "-40.00");
    hub.run();

    assertThat(hub.reasons("anna")).isEqualTo(Map.of(DifferenceReason.ON_ACCOUNT, "-40"));
    assertThat(hub.result().state()).isEqualTo(TieOutState.TIES);
    till.saysMore("bert", "-40.00");
    hub.nextDay();

    assertThat(hub.result().state()).as("one booking explains one").isEqualTo(TieOutState.DIFFERS);
    assertThat(hub.result().unexplained()).isEqualTo(1);
  }

  @Test
  void aDocumentThatReadingsDoNotBringAnyMoreExplainsWhatTheProgramLacks() {
    hub.run();
    till.remove("i-2");
    hub.stores
        .transactions()
        .run(() -> new MissingAtSource(hub.stores).missed("acme", PullHub.SHOP, List.of("i-2")));
    hub.nextDay();

    assertThat(hub.reasons("bert")).isEqualTo(Map.of(DifferenceReason.MISSING_AT_SOURCE, "-50"));
    assertThat(hub.result().state()).isEqualTo(TieOutState.TIES);
  }

  @Test
  void aFigureInAnotherCurrencyIsNotHeldAgainstTheDocuments() {
    till.document(new Till.Document("i-8", "emil", "INVOICE", "USD", "80.00", "80.00"));
    hub.run();
    assertThat(hub.result().state()).isEqualTo(TieOutState.TIES);
    till.saysMore("emil", "70.00");
    till.document(new Till.Document("i-8", "emil", "INVOICE", "USD", "80.00", "0.00"));
    hub.hub.hub.sql("update invoice set outstanding = 80, status = 'OPEN' where source_id = 'i-8'");
    hub.vendor.answers(
        call ->
            call.address().getPath().equals("/documents")
                ? reply(200, "{\"documents\": []}")
                : till.to(call));
    hub.nextDay();

    assertThat(hub.lines()).hasSize(2).allMatch(line -> line.customerKey().equals("emil"));
    assertThat(hub.result().state()).isEqualTo(TieOutState.TIES);
  }

  @Test
  void recordsInQuarantineAreNamedAsWhatMayBeMissing() {
    till.document(new Till.Document("i-7", "bert", "INVOICE", "EUR", "wrong", "60.00"));
    hub.run();

    assertThat(hub.reasons("bert")).isEqualTo(Map.of(DifferenceReason.IN_QUARANTINE, "60"));
    assertThat(hub.result().state()).isEqualTo(TieOutState.DIFFERS);
    assertThat(hub.result().unexplained()).as("quarantine is a task of its own").isZero();
  }

  @Test
  void theSumOfTheDifferencesIsTheDifferenceOfTheTotals() {
    till.saysMore("anna", "3.10");
    till.saysMore("bert", "-1.05");
    till.saysMore("dora", "12.00");
    hub.run();

    Money lines =
        hub.lines().stream()
            .map(TieOutLine::difference)
            .reduce(Money.zero(CurrencyUnit.EUR), Money::plus);
    assertThat(hub.totals())
        .singleElement()
        .satisfies(t -> assertThat(t.difference()).isEqualTo(lines));
    assertThat(hub.lines())
        .allSatisfy(
            line ->
                assertThat(
                        line.parts().stream()
                            .map(part -> part.amount())
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(line.difference().getAmount()));
  }

  @Test
  void rowsThatAreNotTogetherWhatTheProgramSaysTheyAreCannotTell() {
    till.saysInAll("999.00");
    hub.run();

    assertThat(hub.result().state()).isEqualTo(TieOutState.CANNOT_TELL);
    assertThat(hub.result().reason()).contains("EUR 145.00").contains("EUR 999.00");
  }

  @Test
  void aListThatTheProgramRefusesCannotTellAndDoesNotMakeTheConnectionFail() {
    hub.vendor.answers(
        call -> call.address().getPath().equals("/owed") ? reply(403, "{}") : till.to(call));
    hub.run();

    assertThat(hub.result().state()).isEqualTo(TieOutState.CANNOT_TELL);
    assertThat(hub.hub.health().state()).isEqualTo(org.dunlin.work.program.Health.State.AUTHORISED);
  }
}
