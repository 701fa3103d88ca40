package org.dunlin.work.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.ProgramRecords.booked;
import static org.dunlin.work.ProgramRecords.customer;
import static org.dunlin.work.ProgramRecords.invoice;
import static org.dunlin.work.ProgramRecords.settles;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.WriteBack;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.TestHub;
import org.dunlin.work.deliver.DeliverEffect;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Invariant 6, where a page of a program is committed between comparing and matching: the booking
 * is met before anybody has compared it with what the hub told the program.
 */
class InterleavedBookingTest {
  private static final LocalDate DUE = LocalDate.of(2026, 11, 10);
  private static final LocalDate PAID = LocalDate.of(2026, 11, 20);

  private final Abilities abilities =
      program -> program.equals("ledgerly") ? Set.of(WriteBack.PAYMENT) : Set.of();
  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final ProgramPages program = new ProgramPages(hub, "acme", "books-1", abilities);
  private final MatchCompany match = new MatchCompany(hub.stores, Checkpoint.NONE, abilities);
  private final DeliverEffect deliver =
      new DeliverEffect(hub.stores, hub.outlet, Checkpoint.NONE, abilities);

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
    hub.close();
  }

  @Test
  void whatTheProgramConfirmedAndShowsIsBookedOnce() {
    program.bring(
        Said.of("customers", "C1", customer("C1", "Bakkerij Jansen", null)), outstanding("300.00"));
    hub.offer(
        "bank",
        BankFile.day(
                TestHub.IBAN, PAID, Entry.in("R1", PAID, "300.00", "Bakkerij Jansen", "INV-42"))
            .bytes());
    TestHub.drain(hub.translate::next);
    match.next();
    Effect told =
        hub.effects(EffectState.PENDING).stream()
            .filter(effect -> effect.kind() == EffectKind.WRITE_BACK)
            .findFirst()
            .orElseThrow();
    TestHub.drain(deliver::next);
    hub.stores.transactions().run(() -> hub.stores.writeBacks().confirmed("acme", told.id(), "P9"));
    assertThat(decisions()).containsExactly(Decision.AUTOMATIC);

    program.bring(
        outstanding("0.00"),
        Said.of("payments", "P9", booked("P9", PAID, "300.00"), settles("P9", "I1", "300.00")));
    hub.stores.transactions().run(this::findMoneyThatIsBooked);
    assertThat(decisions())
        .as("the booking took the money that the contradicted claim had left")
        .containsExactlyInAnyOrder(Decision.CONFLICT, Decision.BOOKED);

    hub.stores.companies().addWorkDue("acme", WorkDue.MATCH);
    TestHub.drain(match::next);

    assertThat(decisions()).containsExactly(Decision.BOOKED);
    assertThat(amount("claimed")).isEqualByComparingTo("300.00");
    assertThat(amount("returned")).isZero();
  }

  private void findMoneyThatIsBooked() {
    new BookedMoney(hub.stores, "acme", TestHub.TODAY)
        .find(OpenItems.of(hub.stores, hub.stores.companies().profile("acme")));
  }

  private static Said outstanding(String left) {
    return Said.of("invoices", "I1", invoice("I1", "INV-42", "C1", DUE, "300.00", left));
  }

  private List<Decision> decisions() {
    return hub.stores.allocations().of("acme").stream()
        .map(Stored::allocation)
        .map(line -> line.decision())
        .toList();
  }

  private BigDecimal amount(String column) {
    return hub.jdbc().sql("select " + column + " from payment").query(BigDecimal.class).single();
  }
}
