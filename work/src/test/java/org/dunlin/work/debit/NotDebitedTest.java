package org.dunlin.work.debit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.debit.DebitState;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.dun.SourceHolds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody is debited who may have paid: money that waits, and what is not known yet. */
class NotDebitedTest {
  private static final LocalDate DRAWN = LocalDate.of(2026, 12, 3);

  private final Debited world = new Debited(DunningMode.LIVE);

  @AfterEach
  void close() {
    world.close();
  }

  private void pays(String party, String amount, String words) {
    world.offer(
        BankFile.day(
                TestHub.IBAN,
                DRAWN.minusDays(1),
                Entry.in("ref-9", DRAWN.minusDays(1), amount, party, words))
            .bytes());
  }

  @Test
  void whatMoneyThatNobodyHasAllocatedCouldSettleIsNotDebited() {
    world.two();
    world.until(DRAWN);
    pays("Somebody", "60.50", "thank you");
    assertThat(world.open("INV-2")).isEqualTo("60.5");

    Collections.Approved approved = world.collections.approve("acme", world.waiting().id(), "anna");

    assertThat(approved.debits()).isEqualTo(1);
    assertThat(world.states("INV-1")).containsExactly(DebitState.SUBMITTED);
    assertThat(world.states("INV-2")).containsExactly(DebitState.WITHDRAWN);
    assertThat(world.debit("INV-2").reason()).isEqualTo("HELD");
  }

  @Test
  void nothingIsApprovedWhileWhatWasPaidIsNotKnown() {
    world.two();
    world.until(DRAWN);
    UUID id = world.waiting().id();
    assertThatThrownBy(() -> world.collections.approve("acme", id, "anna"))
        .isInstanceOfSatisfying(
            NotTaken.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.NOT_COVERED));
    world.cover();
    world.hub.offer("late.xml", InvoiceFile.of("INV-3", "c3", Debited.DUE, "7.00").bytes());
    assertThatThrownBy(() -> world.collections.approve("acme", id, "anna"))
        .isInstanceOfSatisfying(
            NotTaken.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.FACTS_TO_COME));
    world.day();
    assertThat(world.collections.approve("acme", id, "anna").debits()).isEqualTo(2);
  }

  @Test
  void nothingIsApprovedWhileTheProgramOfAnInvoiceWasNotReadLately() {
    world.two();
    world.until(DRAWN);
    world.cover();
    UUID id = world.waiting().id();
    Map<String, Instant> read = new HashMap<>(Map.of(TestHub.CONNECTION, Instant.EPOCH));
    Collections late =
        new Collections(
            world.hub.stores,
            new SourceHolds(world.hub.stores, company -> read, SourceHolds.MOST_AGE, world.clock),
            world.clock);
    assertThatThrownBy(() -> late.approve("acme", id, "anna"))
        .isInstanceOfSatisfying(
            NotTaken.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.NOT_READ));
    assertThat(world.states("INV-1")).containsExactly(DebitState.IN_FILE);
    read.put(TestHub.CONNECTION, world.clock.instant());
    assertThat(late.approve("acme", id, "anna").debits()).isEqualTo(2);
  }
}
