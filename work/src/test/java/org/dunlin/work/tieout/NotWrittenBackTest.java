package org.dunlin.work.tieout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.tieout.DifferencePart;
import org.dunlin.store.tieout.DifferenceReason;
import org.dunlin.store.tieout.TieOutState;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A payment that the hub has found and the program not booked is explained, and no error. */
class NotWrittenBackTest {
  private static final LocalDate PAID = LocalDate.of(2026, 11, 20);

  private final TillHub hub = new TillHub();

  @BeforeEach
  void paid() {
    hub.till.invoice("INV-42", "anna", "300.00");
    hub.run();
    hub.hub.hub.offer(
        "bank",
        BankFile.day(TestHub.IBAN, PAID, Entry.in("R1", PAID, "100.00", "anna", "invoice INV-42"))
            .bytes());
    hub.settle();
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void itIsListedWithTheStateOfItsWriteBackAndTheRunTiesOut() {
    hub.nextDay();

    assertThat(hub.result().state()).isEqualTo(TieOutState.TIES);
    assertThat(parts())
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.reason()).isEqualTo(DifferenceReason.NOT_WRITTEN_BACK);
              assertThat(part.amount()).isEqualByComparingTo("100");
              assertThat(part.effect()).isEqualTo(EffectState.PENDING);
            });
    hub.hub.hub.sql("update effect set state = 'FAILED'");
    hub.nextDay();

    assertThat(parts()).extracting(DifferencePart::effect).containsExactly(EffectState.FAILED);
  }

  @Test
  void whatTheProgramHasBookedAndTheHubNotYetReadIsNoDifference() {
    hub.till.document(new Till.Document("INV-42", "anna", "INVOICE", "EUR", "300.00", "200.00"));
    hub.nextDay();

    assertThat(hub.result().state()).isEqualTo(TieOutState.TIES);
    assertThat(hub.lines()).isEmpty();
  }

  @Test
  void whatIsLeftBesideItIsStillShown() {
    hub.till.saysMore("anna", "1.00");
    hub.nextDay();

    assertThat(hub.result().state()).isEqualTo(TieOutState.DIFFERS);
    assertThat(parts())
        .extracting(DifferencePart::reason)
        .containsExactly(DifferenceReason.NOT_WRITTEN_BACK, DifferenceReason.UNEXPLAINED);
  }

  private List<DifferencePart> parts() {
    return hub.lines().stream().flatMap(line -> line.parts().stream()).toList();
  }
}
