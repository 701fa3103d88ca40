package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Decision;
import org.dunlin.store.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs read, page by page and one by one. */
class RecordApiTest {
  private final Scene scene = new Scene();
  private final Caller program = Caller.allowed(scene.id(), Scope.READ);

  @Test
  void aListComesInPagesThatLeadToEachOther() {
    UUID customer = scene.customer("Bakkerij Jansen");
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(scene.invoice(customer, "2026-000" + i, Scene.TODAY, "121.00").toString());
    }

    List<String> seen = new ArrayList<>();
    String next = path("invoices?limit=2&customer=" + customer);
    int pages = 0;
    while (!next.isEmpty()) {
      HttpResponse<String> page = program.get(next);
      json(page).get("items").forEach(item -> seen.add(item.get("id").asText()));
      next = linked(page);
      pages++;
    }

    assertThat(seen).isEqualTo(made);
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void thePlaceStandsInTheAnswerTooAndIsAbsentOnTheLastPage() {
    scene.customer("Bakkerij Jansen");
    scene.customer("Slagerij Smit");

    JsonNode first = json(program.get(path("customers?limit=1")));
    JsonNode last = json(program.get(path("customers?cursor=" + first.get("next").asText())));

    assertThat(first.get("items")).hasSize(1);
    assertThat(last.get("items")).hasSize(1);
    assertThat(last.has("next")).isFalse();
  }

  @Test
  void aRecordIsInTheCanonicalForm() {
    UUID customer = scene.customer("Bakkerij Jansen");
    UUID invoice = scene.invoice(customer, "2026-0042", Scene.TODAY, "121.00");

    HttpResponse<String> answer = program.get(path("invoices/" + invoice));

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(answer.body())
        .startsWith("{\"type\":\"invoice\",\"id\":\"" + invoice + "\",\"number\":\"2026-0042\"")
        .contains("\"total\":\"121.00\"", "\"customerId\":\"" + customer + "\"");
  }

  @Test
  void theModeOfACompanyIsTheOneThatItIsInNow() {
    JsonNode company = json(program.get("/api/v1/companies/" + scene.id()));

    assertThat(company.get("type").asText()).isEqualTo("company");
    assertThat(company.get("dunning").asText()).isEqualTo("SHADOW");
  }

  @Test
  void whatChangedSinceAMomentComesInTheOrderOfItsChanges() {
    UUID jansen = scene.customer("Bakkerij Jansen");
    UUID invoice = scene.invoice(jansen, "2026-0042", Scene.TODAY, "121.00");
    UUID later = scene.invoice(jansen, "2026-0043", Scene.TODAY, "121.00");
    Instant before = Instant.now();
    UUID payment = scene.payment("JANSEN", "2026-0042", "121.00");
    scene.allocation(payment, invoice, "121.00", Decision.AUTOMATIC, "amount equals open amount");

    JsonNode changed = json(program.get(path("invoices?updatedSince=" + before)));
    JsonNode all = json(program.get(path("invoices?updatedSince=2026-01-01T00:00:00Z")));

    assertThat(changed.get("items").findValuesAsText("number")).containsExactly("2026-0042");
    assertThat(all.get("items"))
        .extracting(item -> item.get("id").asText())
        .containsExactly(later.toString(), invoice.toString());
  }

  @Test
  void everyListAndEveryFilterAnswers() {
    UUID customer = scene.customer("Bakkerij Jansen");
    UUID invoice = scene.invoice(customer, "2026-0042", Scene.TODAY, "121.00");
    UUID payment = scene.payment("JANSEN", "2026-0042", "121.00");
    scene.allocation(payment, invoice, "121.00", Decision.SUGGESTED, "amount equals open amount");
    for (String query :
        List.of(
            "customers?number=D1001",
            "customers?connection=books",
            "invoices?status=OPEN&kind=INVOICE&number=2026-0042&dueFrom=2026-11-20&dueTo=2026-11-20",
            "payments?unallocated=true&direction=IN&kind=TRANSFER&account=NL44RABO0123456789",
            "payments?bookedFrom=2026-11-20&bookedTo=2026-11-20",
            "allocations?decision=SUGGESTED&payment=" + payment + "&invoice=" + invoice)) {
      assertThat(json(program.get(path(query))).get("items")).as(query).hasSize(1);
    }
    for (String query :
        List.of(
            "customers?number=D1002",
            "invoices?status=PAID",
            "invoices?dueFrom=2026-11-21",
            "invoices?customer=" + UUID.randomUUID(),
            "payments?unallocated=false",
            "payments?bookedTo=2026-11-19",
            "statements?account=NL44RABO0123456789&from=2026-11-01&to=2026-11-30",
            "allocations?decision=BOOKED&creditNote=" + UUID.randomUUID(),
            "actions?customer=" + customer + "&state=SENT&from=2026-11-01&to=2026-11-30",
            "messages?state=SENT&kind=EMAIL&action=a-1&customer=" + customer,
            "deliveries?state=POISON&connection=books",
            "journal?subjectKind=invoice&subjectId=" + invoice + "&customer=" + customer)) {
      assertThat(json(program.get(path(query))).get("items")).as(query).isEmpty();
    }
  }

  @Test
  void aDeliveryNamesTheProblemsOfItsRecords() {
    UUID delivery = scene.deliver("broken.xml", "<Invoice xmlns=\"urn:nothing\"/>");

    JsonNode found = json(program.get(path("deliveries/" + delivery)));

    assertThat(found.get("state").asText()).isEqualTo("QUARANTINED");
    assertThat(found.get("reason").asText()).isNotBlank();
    assertThat(found.get("problems").isArray()).isTrue();
  }

  @Test
  void anotherCompanysRecordIsNotThere() {
    Scene other = new Scene();
    UUID customer = other.customer("Slagerij Smit");

    HttpResponse<String> answer = program.get(path("customers/" + customer));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).get("type").asText()).isEqualTo("urn:dunlin:problem:not-found");
    assertThat(answer.body()).doesNotContain("Slagerij");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "customers?limit=0 | limit | 1 to 500",
        "customers?limit=501 | limit | 1 to 500",
        "customers?limit=2&limit=3 | limit | once",
        "customers?cursor=nowhere! | cursor | not a place in the list",
        "customers?cursor=YWJj | cursor | not a place in the list",
        "customers?status=OPEN | status | knows no parameter of this name",
        "invoices?status=open | status | OPEN, PAID, VOID",
        "invoices?customer=1 | customer | an id such as",
        "invoices?dueFrom=20-11-2026 | dueFrom | 2026-11-20",
        "invoices?updatedSince=yesterday | updatedSince | a moment such as",
        "invoices?updatedSince=%2B999999999-12-31T23:59:59Z | updatedSince | a moment such as",
        "invoices?updatedSince=2026-11-20T08:00:00Z&cursor=YWJj | cursor | not a place in the list",
        "payments?unallocated=yes | unallocated | true or false",
        "customers?number=%00 | number | a text"
      })
  void whatIsAskedWronglyIsToldWithItsRemedy(String query, String parameter, String detail) {
    HttpResponse<String> answer = program.get(path(query));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    JsonNode problem = json(answer);
    assertThat(problem.get("type").asText()).isEqualTo("urn:dunlin:problem:wrong-parameter");
    assertThat(problem.at("/errors/0/parameter").asText()).isEqualTo(parameter);
    assertThat(problem.at("/errors/0/detail").asText()).contains(detail);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/companies/nobody/customers, 404, not-found",
    "GET, /api/v1/nothing, 404, not-found",
    "GET, /api/v2/companies, 404, not-found",
    "GET, /api/v1/companies/nobody/nothing, 404, not-found",
    "PUT, /api/v1/companies/nobody/customers, 405, unknown-method"
  })
  void whatIsNotThereIsAProblemAndNeverAPage(String method, String path, int status, String type) {
    HttpResponse<String> answer =
        Caller.allowed(null, Scope.READ, Scope.WRITE)
            .send(method, path, "", "Accept", "text/html,*/*");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).get("type").asText()).isEqualTo("urn:dunlin:problem:" + type);
    assertThat(answer.body()).doesNotContain("Exception", "\tat ", "<html");
  }

  @Test
  void anotherFormThanJsonIsNotGiven() {
    HttpResponse<String> answer = program.get(path("customers"), "Accept", "text/csv");

    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(json(answer).get("type").asText()).isEqualTo("urn:dunlin:problem:unknown-form");
  }

  private String path(String rest) {
    return "/api/v1/companies/" + scene.id() + "/" + rest;
  }

  private static String linked(HttpResponse<String> page) {
    return page.headers()
        .firstValue("Link")
        .map(link -> link.substring(1, link.indexOf('>')))
        .orElse("");
  }
}
