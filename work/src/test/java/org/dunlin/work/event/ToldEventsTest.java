package org.dunlin.work.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dunlin.core.event.EventKind;
import org.dunlin.core.event.EventSignature;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.store.event.EventEndpoint;
import org.dunlin.store.event.EventEndpoint.Standing;
import org.dunlin.store.event.EventLog;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.deliver.DeliverEffect;
import org.dunlin.work.dialogue.Promises;
import org.dunlin.work.event.ChangeEndpoints.Made;
import org.dunlin.work.event.ChangeEndpoints.Said;
import org.dunlin.work.person.RetryEffect;
import org.dunlin.work.person.UndoAllocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What programs are told, in which order, and until when. */
class ToldEventsTest {
  private static final String ADDRESS = "https://erp.example.com/dunlin?key=1";
  private static final String DUE_LONG_AGO = "2026-10-01";

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private final ChangeEndpoints changes = new ChangeEndpoints(hub.stores, false);
  private final List<HttpCall> calls = new ArrayList<>();
  private final List<Integer> answers = new ArrayList<>();
  private Map<String, String> ailing = Map.of();
  private Clock clock = Clock.systemUTC();

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aPaymentThatSettlesAnInvoiceIsToldInOrderWithoutAnythingOfPersons() {
    Made made = add(EventKind.values());
    invoice("2026-0042", "100.00");
    pay("R1", "100.00", "2026-0042");
    tell();

    assertThat(types()).containsExactly("invoice.added", "payment.matched", "invoice.settled");
    JsonNode settled = bodies().getLast();
    assertThat(settled.fieldNames().next()).isEqualTo("type");
    assertThat(settled.at("/company").asText()).isEqualTo("acme");
    assertThat(settled.at("/data/invoice/number").asText()).isEqualTo("2026-0042");
    assertThat(settled.at("/data/invoice/open").asText()).isEqualTo("0.00");
    assertThat(settled.at("/data/links/api").asText())
        .isEqualTo("/api/v1/companies/acme/invoices/" + settled.at("/data/invoice/id").asText());
    assertThat(bodies().get(1).at("/data/record/amount").asText()).isEqualTo("100.00");
    assertThat(calls).noneMatch(call -> new String(call.body(), UTF_8).contains("Customer"));
    assertThat(endpoint(made).succeededAt()).isNotNull();
  }

  @Test
  void whatIsTakenBackOpensTheInvoiceAgainAndWhatSettlesItAgainIsToldAgain() {
    add(EventKind.INVOICE_SETTLED, EventKind.INVOICE_REOPENED, EventKind.PAYMENT_UNMATCHED);
    invoice("2026-0042", "100.00");
    pay("R1", "100.00", "2026-0042");
    tell();
    UUID allocation =
        hub.jdbc().sql("select allocation_id from allocation").query(UUID.class).single();
    new UndoAllocation(hub.stores, Abilities.NONE).undo("acme", List.of(allocation), "anna");
    tell();

    assertThat(types()).containsExactly("invoice.settled", "payment.unmatched", "invoice.reopened");
    assertThat(bodies().getLast().at("/data/invoice/open").asText()).isEqualTo("100.00");
  }

  @Test
  void itIsSignedSoThatTheProgramKnowsItAndAnOldSecretSignsForADay() {
    Made made = add(EventKind.INVOICE_ADDED);
    String second = changes.rotate("acme", made.id(), "anna").orElseThrow();
    invoice("2026-0042", "100.00");
    tell();
    clock = Clock.offset(Clock.systemUTC(), ChangeEndpoints.OVERLAP.plusMinutes(1));
    invoice("2026-0043", "50.00");
    tell();

    assertThat(second).isNotEqualTo(made.secret()).startsWith("whsec_");
    assertThat(signatures(0)).contains(signed(0, made.secret()), signed(0, second));
    assertThat(signatures(1)).containsExactly(signed(1, second));
  }

  @Test
  void whatIsNotTakenIsTriedAgainUnderTheSameIdAndLaterEventsOfTheCustomerWait() {
    Made made = add(EventKind.INVOICE_ADDED);
    answers.addAll(List.of(500, 500));
    invoice("2026-0042", "100.00");
    tell();
    invoice("2026-0043", "50.00");
    tell();
    hub.afterTheWait();
    tell();
    hub.afterTheWait();
    tell();

    assertThat(numbers()).containsExactly("2026-0042", "2026-0042", "2026-0042", "2026-0043");
    assertThat(calls.get(2).headers().get("webhook-id"))
        .isEqualTo(calls.getFirst().headers().get("webhook-id"));
    List<EventLog.Line> told = log(made);
    assertThat(told).extracting(EventLog.Line::state).containsOnly(EffectState.SENT);
    assertThat(hub.stores.events().log().attempts("acme", told.getLast().effectId()))
        .extracting(EventLog.Attempt::status)
        .containsExactly(200, 500, 500);
    assertThat(endpoint(made).failingSince()).isNull();
  }

  @Test
  void whereNothingIsTakenForDaysItIsSwitchedOffAndToldAllOfItOnceItIsOn() {
    Made made = add(EventKind.INVOICE_ADDED);
    answers.add(503);
    invoice("2026-0042", "100.00");
    tell();
    clock = Clock.offset(Clock.systemUTC(), SendEvent.LONGEST.plusMinutes(1));
    answers.add(503);
    hub.afterTheWait();
    tell();

    assertThat(endpoint(made).state()).isEqualTo(Standing.FAILED);
    assertThat(hub.stores.views().tasks().of("acme", TestHub.TODAY).endpoints()).isEqualTo(1);
    invoice("2026-0043", "50.00");
    hub.afterTheWait();
    tell();
    assertThat(calls).hasSize(2);

    clock = Clock.systemUTC();
    assertThat(changes.switchOn("acme", made.id(), true, "anna")).isTrue();
    tell();
    assertThat(numbers()).endsWith("2026-0042", "2026-0043");
  }

  @Test
  void whoSaysThatItIsGoneIsSwitchedOffAtOnce() {
    Made made = add(EventKind.INVOICE_ADDED);
    answers.add(410);
    invoice("2026-0042", "100.00");
    tell();

    assertThat(endpoint(made).state()).isEqualTo(Standing.FAILED);
    assertThat(endpoint(made).why()).contains("gone");
    assertThat(log(made).getFirst().state()).isEqualTo(EffectState.FAILED);
  }

  @Test
  void nothingIsToldWhileItIsSwitchedOffOrEverythingIsStoppedButATestGoesOut() {
    Made made = add(EventKind.INVOICE_ADDED);
    changes.switchOn("acme", made.id(), false, "anna");
    invoice("2026-0042", "100.00");
    tell();
    assertThat(calls).isEmpty();

    assertThat(changes.test("acme", made.id())).isTrue();
    tell();
    assertThat(types()).containsExactly("test");

    hub.decisions.stop(true, "anna");
    changes.switchOn("acme", made.id(), true, "anna");
    tell();
    assertThat(calls).hasSize(1);
  }

  @Test
  void whatWasToldIsToldAgainByAPersonUnderTheSameId() {
    Made made = add(EventKind.INVOICE_ADDED);
    invoice("2026-0042", "100.00");
    tell();
    assertThat(new RetryEffect(hub.stores).now("acme", log(made).getFirst().effectId(), "anna"))
        .isTrue();
    tell();

    assertThat(calls).hasSize(2);
    assertThat(calls.getLast().headers().get("webhook-id"))
        .isEqualTo(calls.getFirst().headers().get("webhook-id"));
    assertThat(calls.getLast().body()).isEqualTo(calls.getFirst().body());
  }

  @Test
  void whatBecomesOverdueIsToldOnceAndWhatWasOverdueBeforeIsNot() {
    invoice("2026-0001", "10.00", LocalDate.parse(DUE_LONG_AGO));
    add(EventKind.INVOICE_OVERDUE);
    invoice("2026-0042", "100.00", TestHub.TODAY);
    tell();
    assertThat(calls).isEmpty();

    hub.day.begin("acme", TestHub.TODAY.plusDays(2));
    tell();
    tell();
    assertThat(types()).containsExactly("invoice.overdue");
    assertThat(numbers()).containsExactly("2026-0042");
    assertThat(bodies().getFirst().at("/data/invoice/dueDate").asText())
        .isEqualTo(TestHub.TODAY.toString());
  }

  @Test
  void promisesTasksAndFailingConnectionsAreTold() {
    invoice("2026-0042", "100.00");
    add(EventKind.PROMISE_MADE, EventKind.CONNECTION_FAILING);
    UUID customer = hub.jdbc().sql("select customer_id from customer").query(UUID.class).single();
    new Promises(hub.stores)
        .make(
            "acme",
            new Promises.Said(customer, List.of(), null, TestHub.TODAY.plusDays(3), "By phone"),
            "anna");
    ailing = Map.of("books", "FAILING");
    statesAreDue();
    tell();
    statesAreDue();
    tell();

    assertThat(types()).containsExactlyInAnyOrder("promise.made", "connection.failing");
    assertThat(calls).noneMatch(call -> new String(call.body(), UTF_8).contains("By phone"));
    JsonNode promise =
        bodies().stream()
            .filter(each -> each.at("/data/record").isObject())
            .findFirst()
            .orElseThrow();
    assertThat(promise.at("/data/record/on").asText())
        .isEqualTo(TestHub.TODAY.plusDays(3).toString());
    assertThat(promise.at("/data/customerId").asText()).isEqualTo(customer.toString());
  }

  @Test
  void whatIsToldOfACustomerIsSealedWithTheirKey() {
    add(EventKind.INVOICE_ADDED);
    invoice("2026-0042", "100.00");
    new TellEvents(hub.stores, null, Duration.ofMinutes(-1)).next(Duration.ZERO);

    assertThat(
            hub.jdbc()
                .sql(
                    "select count(*) from effect where kind = 'EVENT' and payload is null"
                        + " and sealed is not null and customer_id is not null")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void anAddressThatIsNotHttpsOrLeadsInsideIsRefused() {
    assertRefused("erp.example.com", "no address");
    assertRefused("http://erp.example.com/", "https://");
    assertRefused("https://127.0.0.1/", "private network");
    assertRefused("https://[::1]/", "private network");
    assertRefused("https://localhost/", "private network");
    assertThatThrownBy(() -> changes.add("acme", new Said("ERP", ADDRESS, List.of()), "anna"))
        .isInstanceOf(RefusedEndpoint.class);
  }

  @Test
  void ofWhatWasRemovedNothingGoesOut() {
    Made made = add(EventKind.INVOICE_ADDED);
    invoice("2026-0042", "100.00");
    new TellEvents(hub.stores, null, Duration.ofMinutes(-1)).next(Duration.ZERO);
    assertThat(changes.remove("acme", made.id(), "anna")).isTrue();
    tell();

    assertThat(calls).isEmpty();
    assertThat(hub.effects(EffectState.CANCELLED)).hasSize(1);
  }

  private void assertRefused(String address, String why) {
    assertThatThrownBy(
            () ->
                changes.add(
                    "acme", new Said("ERP", address, List.of(EventKind.INVOICE_ADDED)), "anna"))
        .isInstanceOf(RefusedEndpoint.class)
        .hasMessageContaining(why);
  }

  private Made add(EventKind... kinds) {
    List<EventKind> wanted =
        List.of(kinds).stream().filter(kind -> kind != EventKind.TEST).toList();
    return changes.add("acme", new Said("ERP", ADDRESS, wanted), "anna");
  }

  /** Looks at the endpoints once, and lets leave what may. */
  private void tell() {
    TellEvents tellEvents = new TellEvents(hub.stores, company -> ailing, Duration.ofMinutes(-1));
    for (int i = 0; i < 5; i++) {
      tellEvents.next(Duration.ZERO);
    }
    SendEvent send =
        new SendEvent(
            hub.stores,
            (line, call) -> {
              calls.add(call);
              int status = answers.isEmpty() ? 200 : answers.removeFirst();
              return new HttpReply(status, Map.of(), "ok".getBytes(UTF_8));
            },
            clock);
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

  private void statesAreDue() {
    hub.sql("update event_endpoint set states_at = now() - interval '2 minutes'");
  }

  private void invoice(String number, String total) {
    invoice(number, total, TestHub.TODAY.plusDays(14));
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

  private List<JsonNode> bodies() {
    return calls.stream().map(call -> json(call.body())).toList();
  }

  private List<String> types() {
    return bodies().stream().map(body -> body.path("type").asText()).toList();
  }

  private List<String> numbers() {
    return bodies().stream().map(body -> body.at("/data/invoice/number").asText()).toList();
  }

  private List<String> signatures(int call) {
    String said = Objects.requireNonNull(calls.get(call).headers().get("webhook-signature"));
    return List.of(said.split(" "));
  }

  private String signed(int index, String secret) {
    HttpCall call = calls.get(index);
    return EventSignature.of(
        List.of(Base64.getDecoder().decode(secret.substring("whsec_".length()))),
        String.valueOf(call.headers().get("webhook-id")),
        Instant.ofEpochSecond(
            Long.parseLong(String.valueOf(call.headers().get("webhook-timestamp")))),
        call.body());
  }

  private static JsonNode json(byte[] body) {
    try {
      return new JsonMapper().readTree(new String(body, UTF_8));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
