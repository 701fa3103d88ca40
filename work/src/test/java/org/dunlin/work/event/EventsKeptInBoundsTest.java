package org.dunlin.work.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.dunlin.core.event.EventKind;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Wire;
import org.dunlin.store.call.OutboundCall;
import org.dunlin.store.event.EventEndpoint;
import org.dunlin.store.event.EventLog;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.deliver.DeliverEffect;
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
  private static final String ADDRESS = "https://erp.example.com/dunlin?key=s3cret";
  private static final LocalDate LONG_AGO = LocalDate.of(2026, 10, 1);

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private final ChangeEndpoints changes = new ChangeEndpoints(hub.stores, false);
  private final List<String> told = new ArrayList<>();
  private Wire wire =
      (line, call) -> {
        told.add(type(call.body()));
        return new HttpReply(200, Map.of(), "{\"token\": \"abc\", \"ok\": 1}".getBytes(UTF_8));
      };

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whileManyEventsWaitTheJournalKeepsTheRest() {
    Made made = add(EventKind.INVOICE_ADDED);
    invoice("2026-0042", "100.00", TestHub.TODAY.plusDays(14));
    decide();
    hub.sql(
        """
        insert into effect (company_id, effect_id, connection_id, ordering_key, kind, delivery_kind,
                            payload, state, not_before, business_date, decided_at)
        select company_id, gen_random_uuid(), connection_id, ordering_key, kind, delivery_kind,
               '{}', state, not_before, business_date, decided_at
          from effect, generate_series(2, %d) where kind = 'EVENT'
        """
            .formatted(TellEvents.MOST_WAITING));
    invoice("2026-0043", "50.00", TestHub.TODAY.plusDays(14));
    decide();
    assertThat(log(made)).hasSize(1);

    hub.sql("update effect set state = 'SENT' where kind = 'EVENT' and payload is not null");
    decide();
    assertThat(log(made)).hasSize(2);
  }

  @Test
  void whatWaitsForAProgramThatIsSwitchedOffIsNotTakenUpUntilItIsOn() {
    Made made = add(EventKind.INVOICE_ADDED);
    invoice("2026-0042", "100.00", TestHub.TODAY.plusDays(14));
    decide();
    changes.switchOn("acme", made.id(), false, "anna");
    deliver();
    assertThat(count("effect where kind = 'EVENT' and not_before > now() + interval '29 days'"))
        .isEqualTo(1);

    changes.switchOn("acme", made.id(), true, "anna");
    deliver();
    assertThat(told).containsExactly("invoice.added");
  }

  @Test
  void whatWasPutBackAsTheProgramWasSwitchedOnIsTakenUpSoon() {
    add(EventKind.INVOICE_ADDED);
    invoice("2026-0042", "100.00", TestHub.TODAY.plusDays(14));
    decide();
    hub.sql("update effect set not_before = now() + interval '30 days' where kind = 'EVENT'");
    hub.sql("update event_endpoint set states_at = now() - interval '2 minutes'");
    decide();
    deliver();

    assertThat(told).containsExactly("invoice.added");
  }

  @Test
  void whatDidNotLeaveIsNoAttempt() {
    Wire answering = wire;
    wire =
        (line, call) -> {
          throw new NotSent("The program failed several times; it is asked again soon.");
        };
    Made made = add(EventKind.INVOICE_ADDED);
    invoice("2026-0042", "100.00", TestHub.TODAY.plusDays(14));
    decide();
    deliver();
    UUID effect = log(made).getFirst().effectId();
    assertThat(hub.stores.events().log().attempts("acme", effect)).isEmpty();
    assertThat(log(made).getFirst().reason()).contains("asked again soon");
    assertThat(endpoint(made).failingSince()).isNull();

    wire = answering;
    hub.afterTheWait();
    deliver();
    assertThat(hub.stores.events().log().attempts("acme", effect)).hasSize(1);
  }

  @Test
  void whatWasAnsweredIsKeptAsACallWithoutItsSecrets() {
    Made made = add(EventKind.INVOICE_ADDED);
    invoice("2026-0042", "100.00", TestHub.TODAY.plusDays(14));
    decide();
    deliver();

    List<OutboundCall> calls =
        hub.stores.outboundCalls().about("acme", log(made).getFirst().effectId(), 10);
    assertThat(calls).hasSize(1);
    OutboundCall call = calls.getFirst();
    assertThat(call.status()).isEqualTo(200);
    assertThat(String.valueOf(call.transcript()))
        .contains("\"ok\": 1")
        .doesNotContain("abc", "key=s3cret");
  }

  @Test
  void thatAnInvoiceIsOpenAgainIsToldAlsoWhereItWasSettledBeforeTheProgramWasAdded() {
    invoice("2026-0042", "100.00", TestHub.TODAY.plusDays(14));
    byHand("60.00", "40.00");
    assertThat(count("invoice where claimed = outstanding")).isEqualTo(1);
    add(EventKind.INVOICE_SETTLED, EventKind.INVOICE_REOPENED);
    List<UUID> allocations =
        hub.jdbc().sql("select allocation_id from allocation").query(UUID.class).list();
    new UndoAllocation(hub.stores, Abilities.NONE).undo("acme", allocations, "anna");
    decide();
    deliver();

    assertThat(told).containsExactly("invoice.reopened");
  }

  @Test
  void thatAPartWasTakenBackOfAnInvoiceThatWasOpenIsNotThatItIsOpenAgain() {
    invoice("2026-0042", "100.00", TestHub.TODAY.plusDays(14));
    byHand("60.00");
    assertThat(count("invoice where claimed = 60")).isEqualTo(1);
    add(EventKind.INVOICE_SETTLED, EventKind.INVOICE_REOPENED);
    List<UUID> allocations =
        hub.jdbc().sql("select allocation_id from allocation").query(UUID.class).list();
    new UndoAllocation(hub.stores, Abilities.NONE).undo("acme", allocations, "anna");
    decide();
    deliver();

    assertThat(told).isEmpty();
  }

  @Test
  void anInvoiceThatComesAfterItsDayIsToldAsOverdueOnce() {
    add(EventKind.INVOICE_OVERDUE);
    invoice("2026-0042", "100.00", LONG_AGO);
    decide();
    hub.offer("again.xml", InvoiceFile.of("2026-0042", "C1", LONG_AGO, "90.00").bytes());
    hub.settle();
    hub.day.begin("acme", TestHub.TODAY.plusDays(2));
    decide();
    deliver();

    assertThat(told).containsExactly("invoice.overdue");
  }

  @Test
  void whatWasOverdueBeforeTheProgramWasAddedIsNoNewsAsItChanges() {
    invoice("2026-0042", "100.00", LONG_AGO);
    add(EventKind.INVOICE_OVERDUE);
    hub.offer("again.xml", InvoiceFile.of("2026-0042", "C1", LONG_AGO, "90.00").bytes());
    hub.settle();
    decide();
    deliver();

    assertThat(told).isEmpty();
  }

  @Test
  void whatIsToDoAsTasksAreChosenIsNoNews() {
    Made made = add(EventKind.INVOICE_ADDED);
    task();
    assertThat(count("event_known where subject like 'task|%'")).isZero();
    changes.change(
        "acme", made.id(), new Said("ERP", ADDRESS, List.of(EventKind.TASK_ADDED)), "anna");
    assertThat(count("event_known where subject like 'task|%'")).isPositive();
    hub.sql("update event_endpoint set states_at = now() - interval '2 minutes'");
    decide();
    deliver();

    assertThat(told).isEmpty();
  }

  @Test
  void aTaskThatIsNewIsToldOnce() {
    add(EventKind.TASK_ADDED);
    task();
    for (int i = 0; i < 2; i++) {
      hub.sql("update event_endpoint set states_at = now() - interval '2 minutes'");
      decide();
    }
    deliver();

    assertThat(told).isNotEmpty().containsOnly("task.added").doesNotHaveDuplicates();
  }

  @Test
  void whatEndedLongAgoIsKeptNoLongerAndWhatWaitsIs() {
    Made made = add(EventKind.INVOICE_ADDED, EventKind.INVOICE_SETTLED);
    invoice("2026-0042", "100.00", TestHub.TODAY.plusDays(14));
    pay("R1", "100.00", "2026-0042");
    decide();
    deliver();
    invoice("2026-0043", "50.00", TestHub.TODAY.plusDays(14));
    decide();
    assertThat(count("told_event")).isEqualTo(3);
    assertThat(count("event_known")).isEqualTo(1);

    keptFor(Duration.ofDays(80));
    assertThat(count("told_event")).isEqualTo(3);
    keptFor(Duration.ofDays(100));
    assertThat(log(made)).extracting(EventLog.Line::state).containsExactly(EffectState.PENDING);
    assertThat(count("effect where kind = 'EVENT'")).isEqualTo(1);
    assertThat(count("event_known")).isZero();
  }

  private Made add(EventKind... kinds) {
    return changes.add("acme", new Said("ERP", ADDRESS, List.of(kinds)), "anna");
  }

  private void keptFor(Duration time) {
    new KeepNoLonger(
            hub.stores,
            Clock.offset(Clock.systemUTC(), time),
            new KeptMonths(12, 12, 12, 12, null, null))
        .run();
  }

  private void decide() {
    TellEvents tellEvents = new TellEvents(hub.stores, null, Duration.ofMinutes(-1));
    for (int i = 0; i < 5; i++) {
      tellEvents.next(Duration.ZERO);
    }
  }

  private void deliver() {
    SendEvent send = new SendEvent(hub.stores, wire, Clock.systemUTC());
    DeliverEffect deliver =
        new DeliverEffect(
            hub.stores,
            (dispatch, enclosures) -> {
              if (dispatch instanceof Dispatch.Event event) {
                send.send(event);
              }
            },
            Checkpoint.NONE);
    TestHub.drain(deliver::next);
  }

  /** An allocation that its source contradicts. */
  private void task() {
    invoice("2026-0001", "100.00", LONG_AGO);
    pay("R9", "100.00", "2026-0001");
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

  private void invoice(String number, String total, LocalDate due) {
    hub.offer(number + ".xml", InvoiceFile.of(number, "C1", due, total).bytes());
    hub.settle();
  }

  private void pay(String reference, String amount, String text) {
    hub.offer(
        reference + ".xml",
        BankFile.day(
                TestHub.IBAN,
                TestHub.TODAY,
                Entry.in(reference, TestHub.TODAY, amount, "Customer C1", text))
            .bytes());
    hub.settle();
  }

  private EventEndpoint endpoint(Made made) {
    return hub.stores.events().endpoints().find("acme", made.id()).orElseThrow();
  }

  private List<EventLog.Line> log(Made made) {
    return hub.stores.events().log().page("acme", made.id(), null, 50).items();
  }

  private int count(String of) {
    return hub.jdbc().sql("select count(*) from " + of).query(Integer.class).single();
  }

  private static String type(byte[] body) {
    try {
      return new JsonMapper().readTree(body).path("type").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
