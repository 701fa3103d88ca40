package org.dunlin.work.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dunlin.core.event.EventKind;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Wire;
import org.dunlin.store.call.OutboundCall;
import org.dunlin.store.event.EventLog;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.event.ChangeEndpoints.Made;
import org.dunlin.work.event.ChangeEndpoints.Said;
import org.dunlin.work.person.AllocateByHand;
import org.dunlin.work.person.UndoAllocation;
import org.dunlin.work.privacy.KeepNoLonger;
import org.dunlin.work.privacy.KeptMonths;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What programs are told waits, is kept and is told again in bounds. */
class EventsKeptInBoundsTest {
  private static final LocalDate LONG_AGO = LocalDate.of(2026, 10, 1);

  private final ToldHub told = new ToldHub();
  private final TestHub hub = told.hub;
  private final ChangeEndpoints changes = told.changes;

  @AfterEach
  void close() {
    told.close();
  }

  @Test
  void whileManyEventsWaitTheJournalKeepsTheRest() {
    Made made = told.add(EventKind.INVOICE_ADDED);
    told.invoice("2026-0042", "100.00");
    told.decide();
    hub.sql(
        """
        insert into effect (company_id, effect_id, connection_id, ordering_key, kind, delivery_kind,
                            payload, state, not_before, business_date, decided_at)
        select company_id, gen_random_uuid(), connection_id, ordering_key, kind, delivery_kind,
               '{}', state, not_before, business_date, decided_at
          from effect, generate_series(2, %d) where kind = 'EVENT'
        """
            .formatted(TellEvents.MOST_WAITING));
    told.invoice("2026-0043", "50.00");
    told.decide();
    assertThat(told.log(made)).hasSize(1);

    hub.sql("update effect set state = 'SENT' where kind = 'EVENT' and payload is not null");
    told.decide();
    assertThat(told.log(made)).hasSize(2);
  }

  @Test
  void whatWaitsForAProgramThatIsSwitchedOffIsNotTakenUpUntilItIsOn() {
    Made made = told.add(EventKind.INVOICE_ADDED);
    told.invoice("2026-0042", "100.00");
    told.decide();
    changes.switchOn("acme", made.id(), false, "anna");
    told.deliver();
    assertThat(
            told.count("effect where kind = 'EVENT' and not_before > now() + interval '29 days'"))
        .isEqualTo(1);

    changes.switchOn("acme", made.id(), true, "anna");
    told.deliver();
    assertThat(told.types()).containsExactly("invoice.added");
  }

  @Test
  void whatWasPutBackAsTheProgramWasSwitchedOnIsTakenUpSoon() {
    told.add(EventKind.INVOICE_ADDED);
    told.invoice("2026-0042", "100.00");
    told.decide();
    hub.sql("update effect set not_before = now() + interval '30 days' where kind = 'EVENT'");
    hub.sql("update event_endpoint set states_at = now() - interval '2 minutes'");
    told.decide();
    told.deliver();

    assertThat(told.types()).containsExactly("invoice.added");
  }

  @Test
  void whatDidNotLeaveIsNoAttempt() {
    Wire answering = told.wire;
    told.wire =
        (line, call) -> {
          throw new NotSent("The program failed several times; it is asked again soon.");
        };
    Made made = told.add(EventKind.INVOICE_ADDED);
    told.invoice("2026-0042", "100.00");
    told.decide();
    told.deliver();
    UUID effect = told.log(made).getFirst().effectId();
    assertThat(hub.stores.events().log().attempts("acme", effect)).isEmpty();
    assertThat(told.log(made).getFirst().reason()).contains("asked again soon");
    assertThat(told.endpoint(made).failingSince()).isNull();

    told.wire = answering;
    hub.afterTheWait();
    told.deliver();
    assertThat(hub.stores.events().log().attempts("acme", effect)).hasSize(1);
  }

  @Test
  void whatWasAnsweredIsKeptAsACallWithoutItsSecrets() {
    Made made = told.add(EventKind.INVOICE_ADDED);
    told.invoice("2026-0042", "100.00");
    told.decide();
    told.deliver();

    List<OutboundCall> calls =
        hub.stores.outboundCalls().about("acme", told.log(made).getFirst().effectId(), 10);
    assertThat(calls).hasSize(1);
    OutboundCall call = calls.getFirst();
    assertThat(call.status()).isEqualTo(200);
    assertThat(String.valueOf(call.transcript()))
        .contains("\"ok\": 1")
        .doesNotContain("abc", "key=s3cret");
  }

  @Test
  void thatAnInvoiceIsOpenAgainIsToldAlsoWhereItWasSettledBeforeTheProgramWasAdded() {
    told.invoice("2026-0042", "100.00");
    byHand("60.00", "40.00");
    assertThat(told.count("invoice where claimed = outstanding")).isEqualTo(1);
    told.add(EventKind.INVOICE_SETTLED, EventKind.INVOICE_REOPENED);
    List<UUID> allocations =
        hub.jdbc().sql("select allocation_id from allocation").query(UUID.class).list();
    new UndoAllocation(hub.stores, Abilities.NONE).undo("acme", allocations, "anna");
    told.decide();
    told.deliver();

    assertThat(told.types()).containsExactly("invoice.reopened");
  }

  @Test
  void thatAPartWasTakenBackOfAnInvoiceThatWasOpenIsNotThatItIsOpenAgain() {
    told.invoice("2026-0042", "100.00");
    byHand("60.00");
    assertThat(told.count("invoice where claimed = 60")).isEqualTo(1);
    told.add(EventKind.INVOICE_SETTLED, EventKind.INVOICE_REOPENED);
    List<UUID> allocations =
        hub.jdbc().sql("select allocation_id from allocation").query(UUID.class).list();
    new UndoAllocation(hub.stores, Abilities.NONE).undo("acme", allocations, "anna");
    told.decide();
    told.deliver();

    assertThat(told.types()).isEmpty();
  }

  @Test
  void thatAnInvoiceWasSettledBeforeIsNoNewsAsItsProgramShowsItToo() {
    told.invoice("2026-0042", "100.00");
    told.pay("R1", "100.00", "2026-0042");
    told.add(EventKind.INVOICE_SETTLED, EventKind.INVOICE_REOPENED);
    programSays(InvoiceFile.of("2026-0042", "C1", TestHub.TODAY.plusDays(14), "100.00"), "0.00");
    assertThat(told.count("journal where event = 'ALLOCATION_CONFLICT'")).isEqualTo(1);
    told.tell();

    assertThat(told.types()).isEmpty();
  }

  @Test
  void thatItIsOpenAgainAsItsProgramContradictsWhatWasAllocatedBeforeIsTold() {
    told.invoice("2026-0042", "100.00");
    byHand("60.00", "40.00");
    told.add(EventKind.INVOICE_SETTLED, EventKind.INVOICE_REOPENED);
    programSays(InvoiceFile.of("2026-0042", "C1", TestHub.TODAY.plusDays(14), "100.00"), "75.00");
    told.tell();

    assertThat(told.types()).containsExactly("invoice.reopened");
    assertThat(told.bodies().getFirst().at("/data/invoice/open").asText()).isEqualTo("15.00");
  }

  private void programSays(InvoiceFile invoice, String open) {
    hub.offer("again.xml", invoice.payable(open).bytes());
    TestHub.drain(hub.translate::next);
  }

  @Test
  void anInvoiceThatComesAfterItsDayIsToldAsOverdueOnce() {
    told.add(EventKind.INVOICE_OVERDUE);
    told.invoice("2026-0042", "100.00", LONG_AGO);
    told.decide();
    hub.offer("again.xml", InvoiceFile.of("2026-0042", "C1", LONG_AGO, "90.00").bytes());
    hub.settle();
    hub.day.begin("acme", TestHub.TODAY.plusDays(2));
    told.decide();
    told.deliver();

    assertThat(told.types()).containsExactly("invoice.overdue");
  }

  @Test
  void whatWasOverdueBeforeTheProgramWasAddedIsNoNewsAsItChanges() {
    told.invoice("2026-0042", "100.00", LONG_AGO);
    told.add(EventKind.INVOICE_OVERDUE);
    hub.offer("again.xml", InvoiceFile.of("2026-0042", "C1", LONG_AGO, "90.00").bytes());
    hub.settle();
    told.decide();
    told.deliver();

    assertThat(told.types()).isEmpty();
  }

  @Test
  void whatIsToDoAsTasksAreChosenIsNoNews() {
    Made made = told.add(EventKind.INVOICE_ADDED);
    task();
    assertThat(told.count("event_known where subject like 'task|%'")).isZero();
    changes.change(
        "acme", made.id(), new Said("ERP", ToldHub.ADDRESS, List.of(EventKind.TASK_ADDED)), "anna");
    assertThat(told.count("event_known where subject like 'task|%'")).isPositive();
    hub.sql("update event_endpoint set states_at = now() - interval '2 minutes'");
    told.decide();
    told.deliver();

    assertThat(told.types()).isEmpty();
  }

  @Test
  void aTaskThatIsNewIsToldOnce() {
    told.add(EventKind.TASK_ADDED);
    task();
    for (int i = 0; i < 2; i++) {
      hub.sql("update event_endpoint set states_at = now() - interval '2 minutes'");
      told.decide();
    }
    told.deliver();

    assertThat(told.types()).isNotEmpty().containsOnly("task.added").doesNotHaveDuplicates();
  }

  @Test
  void whatEndedLongAgoIsKeptNoLongerAndWhatWaitsIs() {
    Made made = told.add(EventKind.INVOICE_ADDED, EventKind.INVOICE_SETTLED);
    told.invoice("2026-0042", "100.00");
    told.pay("R1", "100.00", "2026-0042");
    told.decide();
    told.deliver();
    told.invoice("2026-0043", "50.00");
    told.decide();
    assertThat(told.count("told_event")).isEqualTo(3);
    assertThat(told.count("event_known")).isEqualTo(1);

    keptFor(Duration.ofDays(80));
    assertThat(told.count("told_event")).isEqualTo(3);
    keptFor(Duration.ofDays(100));
    assertThat(told.log(made))
        .extracting(EventLog.Line::state)
        .containsExactly(EffectState.PENDING);
    assertThat(told.count("effect where kind = 'EVENT'")).isEqualTo(1);
    assertThat(told.count("event_known")).isZero();
  }

  private void keptFor(Duration time) {
    new KeepNoLonger(
            hub.stores,
            Clock.offset(Clock.systemUTC(), time),
            new KeptMonths(12, 12, 12, 12, null, null))
        .run();
  }

  /** An allocation that its source contradicts. */
  private void task() {
    told.invoice("2026-0001", "100.00", LONG_AGO);
    told.pay("R9", "100.00", "2026-0001");
    hub.sql("update allocation set decision = 'CONFLICT'");
  }

  /** Places payments of which nobody knows what they are for on the only invoice. */
  private void byHand(String... amounts) {
    Entry[] entries =
        Stream.of(amounts)
            .map(each -> Entry.in("P" + each, TestHub.TODAY, each, "Customer C1", "thank you"))
            .toArray(Entry[]::new);
    hub.offer("bank.xml", BankFile.day(TestHub.IBAN, TestHub.TODAY, entries).bytes());
    hub.settle();
    UUID invoice = hub.jdbc().sql("select invoice_id from invoice").query(UUID.class).single();
    for (String amount : amounts) {
      UUID payment =
          hub.jdbc()
              .sql("select payment_id from payment where amount = cast(:amount as numeric)")
              .param("amount", amount)
              .query(UUID.class)
              .single();
      new AllocateByHand(hub.stores, Abilities.NONE)
          .allocate(
              "acme",
              payment,
              List.of(new AllocateByHand.Line(invoice, new BigDecimal(amount))),
              "anna");
    }
  }
}
