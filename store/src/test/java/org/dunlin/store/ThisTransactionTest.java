package org.dunlin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.journal.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThisTransactionTest {
  private final Rows rows = new Rows();
  private final AtomicInteger asked = new AtomicInteger();

  @BeforeEach
  void company() {
    rows.company("acme");
  }

  @AfterEach
  void close() {
    rows.close();
  }

  @Test
  void aQuestionIsAskedOnceInATransactionAndAnewInTheNext() {
    for (int i = 0; i < 2; i++) {
      rows.stores.transactions().run(() -> assertThat(ask() + ask()).isPositive());
    }
    assertThat(asked).hasValue(2);
  }

  @Test
  void withoutATransactionNothingIsRemembered() {
    assertThat(ask()).isEqualTo(1);
    assertThat(ask()).isEqualTo(2);
  }

  @Test
  void oneNoteOfWorkThatIsDueIsEnoughForATransaction() {
    for (int i = 0; i < 2; i++) {
      rows.stores
          .transactions()
          .run(
              () -> {
                rows.stores.companies().addWorkDue("acme", WorkDue.MATCH);
                rows.stores.companies().addWorkDue("acme", WorkDue.MATCH);
                rows.stores.companies().addWorkDue("acme", WorkDue.DUN);
              });
    }
    assertThat(rows.stores.companies().workDue("acme", WorkDue.MATCH)).hasSize(2);
    assertThat(rows.stores.companies().workDue("acme", WorkDue.DUN)).hasSize(2);
  }

  @Test
  void workThatIsNotedAgainAfterItWasDoneIsDue() {
    rows.stores
        .transactions()
        .run(
            () -> {
              rows.stores.companies().addWorkDue("acme", WorkDue.MATCH);
              rows.stores
                  .companies()
                  .doneWork("acme", rows.stores.companies().workDue("acme", WorkDue.MATCH));
              rows.stores.companies().addWorkDue("acme", WorkDue.MATCH);
            });
    assertThat(rows.stores.companies().workDue("acme", WorkDue.MATCH)).hasSize(1);
  }

  @Test
  void whoSwitchesACompanySeesItSwitched() {
    rows.stores
        .transactions()
        .run(
            () -> {
              DunningMode other =
                  rows.stores.companies().profile("acme").mode() == DunningMode.LIVE
                      ? DunningMode.TEST
                      : DunningMode.LIVE;
              rows.stores.companies().setMode("acme", other);
              assertThat(rows.stores.companies().profile("acme").mode()).isEqualTo(other);
            });
  }

  @Test
  void gatheredRowsOfTheJournalAreThereAtTheEndInTheirOrderAndSealedForTheirCustomer() {
    UUID invoice = rows.invoice("acme", "2026-1", "10.00");
    rows.stores
        .transactions()
        .run(
            () -> {
              rows.stores.journal().gather("acme");
              note(invoice, "FIRST");
              note(invoice, "SECOND");
            });
    assertThat(rows.stores.journal().about("acme", "invoice", invoice, null, 10))
        .extracting(Journal.Entry::event, Journal.Entry::reason)
        .startsWith(
            org.assertj.core.groups.Tuple.tuple("SECOND", "why SECOND"),
            org.assertj.core.groups.Tuple.tuple("FIRST", "why FIRST"));
    assertThat(
            rows.jdbc()
                .sql(
                    "select count(*) from journal where event in ('FIRST', 'SECOND')"
                        + " and sealed is not null and reason is null and customer_id is not null")
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void nothingOfThemIsLeftOfATransactionThatIsUndone() {
    UUID invoice = rows.invoice("acme", "2026-1", "10.00");
    assertThatThrownBy(
            () ->
                rows.stores
                    .transactions()
                    .run(
                        () -> {
                          rows.stores.journal().gather("acme");
                          note(invoice, "FIRST");
                          throw new IllegalStateException("undone");
                        }))
        .hasMessage("undone");
    assertThat(rows.stores.journal().about("acme", "invoice", invoice, null, 10))
        .extracting(Journal.Entry::event)
        .doesNotContain("FIRST");
  }

  private void note(UUID invoice, String event) {
    rows.stores
        .journal()
        .append("acme", Happening.to("invoice", invoice, event, "test", Rows.DAY, "why " + event));
  }

  private int ask() {
    return ThisTransaction.once("question", asked::incrementAndGet);
  }
}
