package org.dunlin.work.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dunlin.core.event.EventKind;
import org.dunlin.core.event.EventSignature;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.HttpCall;
import org.dunlin.store.event.EventEndpoint.Standing;
import org.dunlin.store.event.EventLog;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.view.MatchedByRule;
import org.dunlin.work.TestHub;
import org.dunlin.work.dialogue.Promises;
import org.dunlin.work.event.ChangeEndpoints.Made;
import org.dunlin.work.event.ChangeEndpoints.Said;
import org.dunlin.work.person.RetryEffect;
import org.dunlin.work.person.UndoAllocation;
import org.dunlin.work.watch.Reading;
import org.dunlin.work.watch.Readings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What programs are told, in which order, and until when. */
class ToldEventsTest {
  private static final String DUE_LONG_AGO = "2026-10-01";

  private final ToldHub told = new ToldHub();
  private final TestHub hub = told.hub;
  private final ChangeEndpoints changes = told.changes;
  private final List<HttpCall> calls = told.calls;
  private final List<Integer> answers = told.answers;

  @AfterEach
  void close() {
    told.close();
  }

  @Test
  void aPaymentThatSettlesAnInvoiceIsToldInOrderWithoutAnythingOfPersons() {
    Made made = told.add(EventKind.values());
    told.invoice("2026-0042", "100.00");
    told.pay("R1", "100.00", "2026-0042");
    told.tell();

    assertThat(told.types()).containsExactly("invoice.added", "payment.matched", "invoice.settled");
    JsonNode settled = told.bodies().getLast();
    assertThat(settled.fieldNames().next()).isEqualTo("type");
    assertThat(settled.at("/company").asText()).isEqualTo("acme");
    assertThat(settled.at("/data/invoice/number").asText()).isEqualTo("2026-0042");
    assertThat(settled.at("/data/invoice/open").asText()).isEqualTo("0.00");
    assertThat(settled.at("/data/links/api").asText())
        .isEqualTo("/api/v1/companies/acme/invoices/" + settled.at("/data/invoice/id").asText());
    assertThat(told.bodies().get(1).at("/data/record/amount").asText()).isEqualTo("100.00");
    assertThat(calls).noneMatch(call -> new String(call.body(), UTF_8).contains("Customer"));
    assertThat(told.endpoint(made).succeededAt()).isNotNull();
  }

  @Test
  void whatIsTakenBackOpensTheInvoiceAgainAndWhatSettlesItAgainIsToldAgain() {
    told.add(EventKind.INVOICE_SETTLED, EventKind.INVOICE_REOPENED, EventKind.PAYMENT_UNMATCHED);
    told.invoice("2026-0042", "100.00");
    told.pay("R1", "100.00", "2026-0042");
    told.tell();
    UUID allocation =
        hub.jdbc().sql("select allocation_id from allocation").query(UUID.class).single();
    new UndoAllocation(hub.stores, Abilities.NONE).undo("acme", List.of(allocation), "anna");
    told.tell();

    assertThat(told.types())
        .containsExactly("invoice.settled", "payment.unmatched", "invoice.reopened");
    assertThat(told.bodies().getLast().at("/data/invoice/open").asText()).isEqualTo("100.00");
  }

  @Test
  void itIsSignedSoThatTheProgramKnowsItAndAnOldSecretSignsForADay() {
    Made made = told.add(EventKind.INVOICE_ADDED);
    String second = changes.rotate("acme", made.id(), "anna").orElseThrow();
    told.invoice("2026-0042", "100.00");
    told.tell();
    told.clock = Clock.offset(Clock.systemUTC(), ChangeEndpoints.OVERLAP.plusMinutes(1));
    told.invoice("2026-0043", "50.00");
    told.tell();

    assertThat(second).isNotEqualTo(made.secret()).startsWith("whsec_");
    assertThat(signatures(0)).contains(signed(0, made.secret()), signed(0, second));
    assertThat(signatures(1)).containsExactly(signed(1, second));
  }

  @Test
  void whatIsNotTakenIsTriedAgainUnderTheSameIdAndLaterEventsOfTheCustomerWait() {
    Made made = told.add(EventKind.INVOICE_ADDED);
    answers.addAll(List.of(500, 500));
    told.invoice("2026-0042", "100.00");
    told.tell();
    told.invoice("2026-0043", "50.00");
    told.tell();
    hub.afterTheWait();
    told.tell();
    hub.afterTheWait();
    told.tell();

    assertThat(told.numbers()).containsExactly("2026-0042", "2026-0042", "2026-0042", "2026-0043");
    assertThat(calls.get(2).headers().get("webhook-id"))
        .isEqualTo(calls.getFirst().headers().get("webhook-id"));
    List<EventLog.Line> lines = told.log(made);
    assertThat(lines).extracting(EventLog.Line::state).containsOnly(EffectState.SENT);
    assertThat(hub.stores.events().log().attempts("acme", lines.getLast().effectId()))
        .extracting(EventLog.Attempt::status)
        .containsExactly(200, 500, 500);
    assertThat(told.endpoint(made).failingSince()).isNull();
  }

  @Test
  void whereNothingIsTakenForDaysItIsSwitchedOffAndToldAllOfItOnceItIsOn() {
    Made made = told.add(EventKind.INVOICE_ADDED);
    answers.add(503);
    told.invoice("2026-0042", "100.00");
    told.tell();
    told.clock = Clock.offset(Clock.systemUTC(), SendEvent.LONGEST.plusMinutes(1));
    answers.add(503);
    hub.afterTheWait();
    told.tell();

    assertThat(told.endpoint(made).state()).isEqualTo(Standing.FAILED);
    assertThat(hub.stores.views().tasks().of("acme", TestHub.TODAY).endpoints()).isEqualTo(1);
    assertThat(new Readings(hub.stores, new MatchedByRule(hub.dataSource())).take(Instant.now()))
        .filteredOn(each -> each.values().equals(List.of("acme", "ENDPOINTS")))
        .extracting(Reading::value)
        .containsExactly(BigDecimal.ONE);
    told.invoice("2026-0043", "50.00");
    hub.afterTheWait();
    told.tell();
    assertThat(calls).hasSize(2);

    told.clock = Clock.systemUTC();
    assertThat(changes.switchOn("acme", made.id(), true, "anna")).isTrue();
    told.tell();
    assertThat(told.numbers()).endsWith("2026-0042", "2026-0043");
  }

  @Test
  void whoSaysThatItIsGoneIsSwitchedOffAtOnce() {
    Made made = told.add(EventKind.INVOICE_ADDED);
    answers.add(410);
    told.invoice("2026-0042", "100.00");
    told.tell();

    assertThat(told.endpoint(made).state()).isEqualTo(Standing.FAILED);
    assertThat(told.endpoint(made).why()).contains("gone");
    assertThat(told.log(made).getFirst().state()).isEqualTo(EffectState.FAILED);
  }

  @Test
  void nothingIsToldWhileItIsSwitchedOffOrEverythingIsStoppedButATestGoesOut() {
    Made made = told.add(EventKind.INVOICE_ADDED);
    changes.switchOn("acme", made.id(), false, "anna");
    told.invoice("2026-0042", "100.00");
    told.tell();
    assertThat(calls).isEmpty();

    assertThat(changes.test("acme", made.id())).isTrue();
    told.tell();
    assertThat(told.types()).containsExactly("test");

    hub.decisions.stop(true, "anna");
    changes.switchOn("acme", made.id(), true, "anna");
    told.tell();
    assertThat(calls).hasSize(1);
  }

  @Test
  void whatWasToldIsToldAgainByAPersonUnderTheSameId() {
    Made made = told.add(EventKind.INVOICE_ADDED);
    told.invoice("2026-0042", "100.00");
    told.tell();
    assertThat(
            new RetryEffect(hub.stores).now("acme", told.log(made).getFirst().effectId(), "anna"))
        .isTrue();
    told.tell();

    assertThat(calls).hasSize(2);
    assertThat(calls.getLast().headers().get("webhook-id"))
        .isEqualTo(calls.getFirst().headers().get("webhook-id"));
    assertThat(calls.getLast().body()).isEqualTo(calls.getFirst().body());
  }

  @Test
  void whatBecomesOverdueIsToldOnceAndWhatWasOverdueBeforeIsNot() {
    told.invoice("2026-0001", "10.00", LocalDate.parse(DUE_LONG_AGO));
    told.add(EventKind.INVOICE_OVERDUE);
    told.invoice("2026-0042", "100.00", TestHub.TODAY);
    told.tell();
    assertThat(calls).isEmpty();

    hub.day.begin("acme", TestHub.TODAY.plusDays(2));
    told.tell();
    told.tell();
    assertThat(told.types()).containsExactly("invoice.overdue");
    assertThat(told.numbers()).containsExactly("2026-0042");
    assertThat(told.bodies().getFirst().at("/data/invoice/dueDate").asText())
        .isEqualTo(TestHub.TODAY.toString());
  }

  @Test
  void promisesTasksAndFailingConnectionsAreTold() {
    told.invoice("2026-0042", "100.00");
    told.add(EventKind.PROMISE_MADE, EventKind.CONNECTION_FAILING);
    UUID customer = hub.jdbc().sql("select customer_id from customer").query(UUID.class).single();
    new Promises(hub.stores)
        .make(
            "acme",
            new Promises.Said(customer, List.of(), null, TestHub.TODAY.plusDays(3), "By phone"),
            "anna");
    told.ailing = Map.of("books", "FAILING");
    told.statesAreDue();
    told.tell();
    told.statesAreDue();
    told.tell();

    assertThat(told.types()).containsExactlyInAnyOrder("promise.made", "connection.failing");
    assertThat(calls).noneMatch(call -> new String(call.body(), UTF_8).contains("By phone"));
    JsonNode promise =
        told.bodies().stream()
            .filter(each -> each.at("/data/record").isObject())
            .findFirst()
            .orElseThrow();
    assertThat(promise.at("/data/record/on").asText())
        .isEqualTo(TestHub.TODAY.plusDays(3).toString());
    assertThat(promise.at("/data/customerId").asText()).isEqualTo(customer.toString());
  }

  @Test
  void whatIsToldOfACustomerIsSealedWithTheirKey() {
    told.add(EventKind.INVOICE_ADDED);
    told.invoice("2026-0042", "100.00");
    told.decide();

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
    assertThatThrownBy(
            () -> changes.add("acme", new Said("ERP", ToldHub.ADDRESS, List.of()), "anna"))
        .isInstanceOf(RefusedEndpoint.class);
  }

  @Test
  void ofWhatWasRemovedNothingGoesOut() {
    Made made = told.add(EventKind.INVOICE_ADDED);
    told.invoice("2026-0042", "100.00");
    told.decide();
    assertThat(changes.remove("acme", made.id(), "anna")).isTrue();
    told.tell();

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
}
