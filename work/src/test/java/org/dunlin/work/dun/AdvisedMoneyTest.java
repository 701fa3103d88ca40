package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.AccountFile.Kind.NOTIFICATION;
import static org.dunlin.work.AccountFile.Kind.REPORT;
import static org.dunlin.work.AccountFile.Kind.STATEMENT;
import static org.dunlin.work.dun.Reminded.emails;
import static org.dunlin.work.dun.Reminded.heldBy;

import java.time.LocalDate;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.AccountFile;
import org.dunlin.work.AccountFile.Ntry;
import org.dunlin.work.AccountFile.Tx;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody is reminded of what a bank says is paid, before its statement says so. */
class AdvisedMoneyTest {
  private static final LocalDate TODAY = TestHub.TODAY;
  private static final Ntry PAID =
      Ntry.of("R-1", TODAY, "100.00", new Tx("100.00", "Customer c0", "INV-2026-1100"));

  private final TestHub hub = TestHub.with(DunningMode.LIVE);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whatIsOnItsWayHoldsTheReminderUntilTheStatementSettlesIt() {
    Reminded.overdue(hub, 1);
    hub.offer("n", AccountFile.of(NOTIFICATION, "N", TODAY, PAID).bytes());
    hub.decide();
    assertThat(emails(hub)).isEmpty();
    assertThat(heldBy(hub)).contains("PAYMENT_IN_FLIGHT");
    assertThat(claimed()).isZero();

    hub.offer("s", AccountFile.of(STATEMENT, "S", TODAY, PAID).bytes());
    hub.decide();
    assertThat(claimed()).isOne();
    assertThat(heldBy(hub)).doesNotContain("PAYMENT_IN_FLIGHT");
  }

  @Test
  void aMessageThatWaitsIsWithdrawnWhenABankTellsOfThePayment() {
    Reminded.overdue(hub, 1);
    hub.decide();
    assertThat(emails(hub, EffectState.PENDING)).hasSize(1);
    hub.offer("r", AccountFile.of(REPORT, "R", TODAY, PAID).bytes());
    hub.run();

    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(emails(hub, EffectState.CANCELLED)).hasSize(1);
  }

  @Test
  void whatNeverComesOnAStatementHoldsNothingForGood() {
    Reminded.overdue(hub, 1);
    LocalDate before = TODAY.minusDays(7);
    Ntry gone = Ntry.of("R-1", before, "100.00", PAID.transactions().getFirst());
    hub.offer("n", AccountFile.of(NOTIFICATION, "N", before, gone).bytes());
    hub.decide();
    assertThat(emails(hub, EffectState.PENDING)).hasSize(1);
  }

  @Test
  void aReportOfTheDayCoversNoAccount() {
    hub.offer(
        "invoice.xml", InvoiceFile.of("INV-2026-1100", "c0", Reminded.OVERDUE, "50.00").bytes());
    LocalDate yesterday = TODAY.minusDays(1);
    hub.offer("r", AccountFile.of(REPORT, "R", yesterday, PAID).bytes());
    hub.decide();
    assertThat(emails(hub)).isEmpty();
    assertThat(heldBy(hub)).contains("STALE_SOURCE");
  }

  private long claimed() {
    return hub.jdbc()
        .sql("select count(*) from invoice where claimed > 0")
        .query(Long.class)
        .single();
  }
}
