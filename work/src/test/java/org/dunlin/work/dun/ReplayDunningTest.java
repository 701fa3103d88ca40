package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.DunningMode;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.dun.ReplayDunning.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The reminders of a company's own past: what was paid, and when, is read off its books. */
class ReplayDunningTest {
  /** A Tuesday; five days after it is a Sunday, so the reminder goes on Monday the 9th. */
  private static final LocalDate DUE = LocalDate.of(2026, 11, 3);

  private static final LocalDate REMINDED = LocalDate.of(2026, 11, 9);

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final ReplayDunning replay = new ReplayDunning(hub.stores);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whatWasBookedWhenTheReminderWouldHaveGoneCameAfterPayment() {
    invoice("INV-2026-1100", "100.00");
    invoice("INV-2026-1101", "101.00");
    hub.offer(
        "statement.xml",
        BankFile.empty()
            .with(
                TestHub.IBAN,
                REMINDED,
                REMINDED,
                java.math.BigDecimal.ZERO,
                List.of(Entry.in("R1", REMINDED, "100.00", "Customer c0", "INV-2026-1100")))
            .bytes());
    hub.settle();
    Outcome outcome = replay.run("acme", "standard").orElseThrow();

    assertThat(outcome.result().gone()).isEqualTo(3); // both once, and the open one again
    assertThat(outcome.result().afterPayment()).isEqualTo(1);
    assertThat(outcome.late())
        .singleElement()
        .satisfies(
            late -> {
              assertThat(late.on()).isEqualTo(REMINDED);
              assertThat(late.parts())
                  .extracting(ReplayDunning.Part::number)
                  .contains("INV-2026-1100");
            });
    assertThat(outcome.invoices()).isEqualTo(2);
    assertThat(
            hub.jdbc()
                .sql("select count(*) from action where state <> 'HELD'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void whatWasPaidNobodyKnowsWhenIsLeftOut() {
    hub.offer(
        "invoice.xml",
        InvoiceFile.of("INV-2026-1100", "c0", DUE, "100.00").payable("0.00").bytes());
    invoice("INV-2026-1101", "101.00");
    hub.settle();
    Outcome outcome = replay.run("acme", null).orElseThrow();

    assertThat(outcome.unknown()).isEqualTo(1);
    assertThat(outcome.invoices()).isEqualTo(1);
    assertThat(outcome.cut()).isFalse();
  }

  @Test
  void onlySoManyAreLookedAt() {
    invoice("INV-2026-1100", "100.00");
    invoice("INV-2026-1101", "101.00");
    hub.settle();
    Outcome outcome = new ReplayDunning(hub.stores, 1).run("acme", null).orElseThrow();

    assertThat(outcome.cut()).isTrue();
    assertThat(outcome.invoices()).isEqualTo(1);
  }

  private void invoice(String number, String amount) {
    String customer = "c" + number.charAt(number.length() - 1);
    hub.offer("invoice.xml", InvoiceFile.of(number, customer, DUE, amount).bytes());
  }
}
