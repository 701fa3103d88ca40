package org.dunlin.work.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.LocalDate;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.company.WorkDue;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Payments are matched when what came before has been read: it may be what they pay. */
class PatienceTest {
  private static final LocalDate DAY = TestHub.TODAY.minusDays(1);

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aPaymentWaitsForTheInvoiceThatLiesInTheInbox() {
    offerBoth();
    assertThat(hub.translate.next()).isTrue();
    assertThat(hub.match.next()).as("matched before the invoice was read").isFalse();

    assertThat(hub.translate.next()).isTrue();
    assertThat(hub.match.next()).isTrue();
    assertThat(hub.stores.companies().workDue("acme", WorkDue.MATCH)).isEmpty();
  }

  @Test
  void whatComesLaterIsNotWaitedFor() {
    offerBoth();
    assertThat(hub.translate.next()).isTrue();
    hub.sql("update delivery set received_at = now() + interval '1 hour' where state = 'NEW'");
    assertThat(hub.match.next()).isTrue();
  }

  @Test
  void whatIsNeverReadIsWaitedForAShortTimeOnly() {
    offerBoth();
    assertThat(hub.translate.next()).isTrue();
    hub.jdbc()
        .sql("insert into work_due values ('acme', ?, 'MATCH')")
        .param(UuidCreator.getTimeOrderedEpoch(Instant.now().minusSeconds(11)))
        .update();
    assertThat(hub.match.next()).isTrue();
  }

  @Test
  void aProgramThatIsBeingReadIsWaitedFor() {
    hub.jdbc()
        .sql(
            "insert into program_connection (company_id, connection_id, state, since, lease_until)"
                + " values ('acme', ?, 'AUTHORISED', now(), now() + interval '1 minute')")
        .param(TestHub.CONNECTION)
        .update();
    assertThat(hub.match.next()).isFalse();
    hub.sql("update program_connection set lease_until = null");
    assertThat(hub.match.next()).isTrue();
  }

  private void offerBoth() {
    hub.settle();
    hub.offer(
        "statement.xml",
        BankFile.day(TestHub.IBAN, DAY, Entry.in("R1", DAY, "55.50", "Somebody", "INV-2026-1001"))
            .bytes());
    LocalDate due = LocalDate.of(2026, 12, 19);
    hub.offer("1.xml", InvoiceFile.of("INV-2026-1001", "c1", due, "55.50").bytes());
  }
}
