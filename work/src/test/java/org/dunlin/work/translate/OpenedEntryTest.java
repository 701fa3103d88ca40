package org.dunlin.work.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.AccountFile.Kind.NOTIFICATION;
import static org.dunlin.work.AccountFile.Kind.STATEMENT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.work.AccountFile;
import org.dunlin.work.AccountFile.Ntry;
import org.dunlin.work.AccountFile.Tx;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.person.UndoAllocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was decided of an entry before anybody knew of what it is made. */
class OpenedEntryTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Ntry BATCH =
      Ntry.of(
          "B-1",
          DAY,
          "100.00",
          new Tx("60.00", "Customer c1", "INV-2026-1001"),
          new Tx("40.00", "Customer c2", "INV-2026-1002"));

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);

  @BeforeEach
  void aBatchOfTwoInvoices() {
    hub.offer("1", InvoiceFile.of("INV-2026-1001", "c1", DAY, "60.00").bytes());
    hub.offer("2", InvoiceFile.of("INV-2026-1002", "c2", DAY, "40.00").bytes());
    hub.offer("3", InvoiceFile.of("INV-2026-1003", "c3", DAY, "100.00").bytes());
    hub.offer("s", AccountFile.of(STATEMENT, "S", DAY, BATCH.bare()).bytes());
    hub.settle();
  }

  @AfterEach
  void close() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void itsPaymentsAreMatchedInItsPlace() {
    notify("N");
    assertThat(settled()).containsExactly("INV-2026-1001 60.00", "INV-2026-1002 40.00");
  }

  @Test
  void whatARuleAllocatedOfItAsAWholeIsTakenBack() {
    allocate(Decision.AUTOMATIC);
    assertThat(settled()).containsExactly("INV-2026-1003 100.00");
    notify("N");
    assertThat(settled()).containsExactly("INV-2026-1001 60.00", "INV-2026-1002 40.00");
  }

  @Test
  void whatAPersonAllocatedOfItStaysAndItIsOpenedOnceThatIsUndone() {
    UUID line = allocate(Decision.MANUAL);
    notify("N");
    assertThat(settled()).containsExactly("INV-2026-1003 100.00");
    assertThat(new UndoAllocation(hub.stores, Abilities.NONE).undo("acme", line, "anna")).isTrue();
    notify("N2");
    assertThat(settled()).containsExactly("INV-2026-1001 60.00", "INV-2026-1002 40.00");
  }

  @Test
  void anEntryThatIsOpenedOffersNoMoneyItself() {
    notify("N");
    assertThat(
            hub.jdbc()
                .sql("select opened from payment where amount = 0 and record ->> 'x-void' = 'true'")
                .query(BigDecimal.class)
                .single())
        .isEqualByComparingTo("100.00");
    assertThat(
            hub.jdbc()
                .sql("select count(*) from journal where event = 'PAYMENT_OPENED'")
                .query(Long.class)
                .single())
        .isOne();
  }

  private void notify(String id) {
    hub.offer(id, AccountFile.of(NOTIFICATION, id, DAY, BATCH).bytes());
    hub.settle();
  }

  private UUID allocate(Decision decision) {
    return AllocatedWhole.of(hub, "INV-2026-1003", decision);
  }

  private List<String> settled() {
    return hub.jdbc()
        .sql(
            "select number || ' ' || trim_scale(claimed)::numeric(9,2) from invoice"
                + " where claimed > 0 order by 1")
        .query(String.class)
        .list();
  }
}
