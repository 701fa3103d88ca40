package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.call.Transcript;
import org.dunlin.core.model.Decision;
import org.dunlin.store.Ids;
import org.dunlin.store.access.Role;
import org.dunlin.store.access.Scope;
import org.dunlin.store.call.Occasion;
import org.dunlin.store.call.OutboundCall;
import org.dunlin.store.call.OutboundCall.Outcome;
import org.dunlin.store.journal.Journal;
import org.dunlin.store.ledger.Payments.Place;
import org.dunlin.store.outbox.EffectState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The last link of a trace: what left, what was answered, and who may see what was said. */
class CallsTest {
  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();

  @Test
  void whatLeftAndWhatWasAnsweredStandsWithTheMessageAndTheOutboxEntry() {
    UUID message = message();
    call(Occasion.effect(message), Outcome.ANSWERED, 503, "{\"error\": \"on fire\"}", null);
    call(Occasion.effect(message), Outcome.NO_REPLY, null, null, "It took too long.");

    for (String page : List.of("/messages/", "/outbox/")) {
      assertThat(Text.of(open(page + message)))
          .contains("POST https://api.books.example/v1/payments")
          .contains("503")
          .contains("no answer; it may have arrived It took too long.")
          .doesNotContain("on fire", "number=");
    }
  }

  @Test
  void whatWasSaidIsShownAndThatSomebodyLookedIsInTheJournal() {
    UUID message = message();
    UUID call = call(Occasion.effect(message), Outcome.ANSWERED, 422, "<b>closed</b>", null);
    assertThat(looks(message)).isEmpty();

    assertThat(open("/calls/" + call))
        .contains("&lt;b&gt;closed&lt;/b&gt;", "content-type: text/plain", "number=2026-0042")
        .contains("amount 10.00");
    assertThat(looks(message)).containsExactly("admin");
  }

  @Test
  void whoMayNotSeeRawContentSeesThatACallWasMadeAndNotWhatWasSaid() {
    UUID message = message();
    UUID call = call(Occasion.effect(message), Outcome.ANSWERED, 200, "said", null);
    Somebody viewer = Somebody.in(scene.id(), Role.VIEWER);
    Browser looking = viewer.signedIn();

    String page = looking.open("/outbox/" + message + "?company=" + scene.id()).body();
    assertThat(Text.of(page)).contains("POST https://api.books.example/v1/payments");
    assertThat(page).doesNotContain("/calls/" + call);
    assertThat(looking.open("/calls/" + call + "?company=" + scene.id()).statusCode())
        .isEqualTo(403);
    assertThat(viewer.caller().get(api("calls/" + call)).statusCode()).isEqualTo(403);
    assertThat(looks(message)).isEmpty();
  }

  @Test
  void anotherCompanysCallIsNotThere() {
    UUID call = call(Occasion.CONNECTION, Outcome.ANSWERED, 200, "said", null);
    Scene other = new Scene();

    assertThat(browser.open("/calls/" + call + "?company=" + other.id()).statusCode())
        .isEqualTo(404);
    assertThat(
            Somebody.in(other.id(), Role.ADMIN)
                .caller()
                .get("/api/v1/companies/" + other.id() + "/calls/" + call)
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void theCallsOfAConnectionComePageByPage() {
    for (int each = 0; each < 51; each++) {
      call(Occasion.reading("stream-" + each), Outcome.ANSWERED, 500, "no", null);
    }
    String first = open("/calls", "&connection=books");
    assertThat(first).contains("stream-50", "stream-1 ").doesNotContain("stream-0 ");
    assertThat(browser.open(Text.link(first, "Next page")).body())
        .contains("stream-0 ")
        .doesNotContain("stream-1 ");
    assertThat(browser.open("/calls?company=" + scene.id() + "&connection=events").body())
        .contains("/endpoints?company=" + scene.id());
    assertThat(browser.open("/calls?company=" + scene.id() + "&connection=nothing").statusCode())
        .isEqualTo(404);

    Caller program = Caller.allowed(scene.id(), Scope.READ);
    JsonNode page = Caller.json(program.get(api("connections/books/calls")));
    assertThat(page.get("items")).hasSize(50);
    JsonNode last =
        Caller.json(
            program.get(api("connections/books/calls?cursor=" + page.get("next").asText())));
    assertThat(last.at("/items/0/stream").asText()).isEqualTo("stream-0");
    assertThat(last.has("next")).isFalse();
  }

  @Test
  void oneTraceLeadsFromTheFileToTheCallAndItsAnswer() {
    UUID delivery = scene.deliver("invoices.xml", Papers.invoices(1, "Jansen " + scene.id()));
    UUID invoice = only("invoice");
    UUID payment = scene.payment("JANSEN BV", "2026-0001", "40.00");
    scene.allocation(payment, invoice, "40.00", Decision.AUTOMATIC, "the number");
    UUID message = scene.email(only("customer"), invoice, "Reminder", EffectState.SENT);
    UUID call = call(Occasion.effect(message), Outcome.ANSWERED, 250, "250 queued as 42", null);

    String page = open("/trace/deliveries/" + delivery);
    assertThat(Text.of(page))
        .containsSubsequence(
            "What came in",
            "invoices.xml",
            "What changed in the ledger",
            "2026-0001",
            "Invoice added",
            "What was decided",
            "EUR 40.00 2026-0001 · JANSEN BV",
            "the number",
            "What left, and what was answered",
            "Reminder",
            "250",
            "POST https://api.books.example/v1/payments");
    assertThat(page).contains("href=\"/calls/" + call + "?company=" + scene.id() + "\"");

    JsonNode trace =
        Caller.json(
            Caller.allowed(scene.id(), Scope.READ).get(api("deliveries/" + delivery + "/trace")));
    assertThat(trace.at("/deliveries/0/name").asText()).isEqualTo("invoices.xml");
    assertThat(trace.at("/matched/0/evidence/0").asText()).isEqualTo("the number");
    assertThat(trace.at("/effects/0/calls/0/id").asText()).isEqualTo(call.toString());
    assertThat(trace.toString()).doesNotContain("queued as 42");
  }

  @Test
  void fromAMessageTheTraceLeadsBackToTheFilesThatBroughtItsFacts() {
    UUID delivery = scene.deliver("invoices.xml", Papers.invoices(1, "Jansen " + scene.id()));
    UUID invoice = only("invoice");
    UUID message = scene.email(only("customer"), invoice, "Reminder", EffectState.SENT);
    call(Occasion.effect(message), Outcome.ANSWERED, 250, "250 queued", null);

    String page = open("/trace/effects/" + message);
    assertThat(Text.of(page)).containsSubsequence("invoices.xml", "2026-0001", "Reminder", "250");
    assertThat(page).contains("/deliveries/" + delivery + "?company=" + scene.id());
    JsonNode trace =
        Caller.json(
            Caller.allowed(scene.id(), Scope.READ).get(api("messages/" + message + "/trace")));
    assertThat(trace.at("/deliveries/0/id").asText()).isEqualTo(delivery.toString());
    assertThat(trace.at("/changes/0/deliveryId").asText()).isEqualTo(delivery.toString());
  }

  @Test
  void theTimelineOfAnInvoiceAndThePageOfAPaymentLeadToTheirTraces() {
    UUID file = scene.deliver("invoices.xml", Papers.invoices(1, "Jansen " + scene.id()));
    UUID statement =
        scene.deliver("statement.xml", Papers.statement(Scene.IBAN, "JANSEN BV", "thanks"));
    UUID invoice = only("invoice");
    UUID message = scene.email(only("customer"), invoice, "Reminder", EffectState.SENT);
    UUID payment =
        UUID.fromString(
            scene
                .stores()
                .payments()
                .unallocated(scene.id(), Place.START, 1)
                .getFirst()
                .payment()
                .id());

    assertThat(open("/invoices/" + invoice))
        .contains(
            "href=\"/trace/deliveries/" + file + "?company=" + scene.id() + "\"",
            "href=\"/trace/effects/" + message + "?company=" + scene.id() + "\"");
    assertThat(open("/payments/" + payment))
        .contains("href=\"/trace/deliveries/" + statement + "?company=" + scene.id() + "\"");
    assertThat(Text.of(open("/trace/deliveries/" + statement))).contains("JANSEN BV");
  }

  @Test
  void aTraceShowsSoManyOfEachStationAndSaysThatThereAreMore() {
    UUID delivery = scene.deliver("invoices.xml", Papers.invoices(30, "Jansen " + scene.id()));

    assertThat(Text.of(open("/trace/deliveries/" + delivery)))
        .contains("2026-0009", "There are more; see all of them")
        .doesNotContain("2026-0012");
  }

  @Test
  void whoAsksOfAMessageThatIsNotThereIsToldSo() {
    Caller program = Caller.allowed(scene.id(), Scope.READ);
    for (String path : List.of("messages/%s/calls", "messages/%s/trace", "deliveries/%s/trace")) {
      assertThat(program.get(api(path.formatted(UUID.randomUUID()))).statusCode()).isEqualTo(404);
    }
  }

  private UUID message() {
    UUID customer = scene.customer("Bakkerij Jansen");
    UUID invoice = scene.invoice(customer, "2026-0042", Scene.TODAY, "10.00");
    return scene.email(customer, invoice, "Reminder", EffectState.SENT);
  }

  private UUID call(
      Occasion occasion,
      Outcome outcome,
      @Nullable Integer status,
      @Nullable String reply,
      @Nullable String reason) {
    UUID id = Ids.next();
    Transcript said =
        new Transcript(
            "https://api.books.example/v1/payments?number=2026-0042",
            List.of("content-type: text/plain"),
            "amount 10.00",
            List.of(),
            reply,
            reason);
    OutboundCall call =
        new OutboundCall(
            scene.id(),
            id,
            Instant.now(),
            Scene.FOLDER,
            occasion,
            null,
            null,
            null,
            "POST",
            "https://api.books.example",
            outcome,
            status,
            17,
            12,
            reply == null ? null : (long) reply.length(),
            said);
    scene.stores().transactions().run(() -> scene.stores().outboundCalls().add(call));
    return id;
  }

  private List<String> looks(UUID effect) {
    return scene.stores().journal().about(scene.id(), "effect", effect, null, 50).stream()
        .filter(entry -> entry.event().equals("RAW_LOOKED"))
        .map(Journal.Entry::actor)
        .toList();
  }

  private UUID only(String kind) {
    return scene.stores().journal().newest(scene.id(), 20).stream()
        .filter(entry -> entry.subjectKind().equals(kind))
        .map(entry -> UUID.fromString(entry.subjectId()))
        .findFirst()
        .orElseThrow();
  }

  private String api(String path) {
    return "/api/v1/companies/" + scene.id() + "/" + path;
  }

  private String open(String path) {
    return open(path, "");
  }

  private String open(String path, String more) {
    return browser.open(path + "?company=" + scene.id() + more).body();
  }
}
