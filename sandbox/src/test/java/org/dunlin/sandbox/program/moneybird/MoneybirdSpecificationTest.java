package org.dunlin.sandbox.program.moneybird;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.sandbox.program.Sold.euro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Set;
import org.dunlin.sandbox.program.Caller;
import org.dunlin.sandbox.program.Receiver;
import org.dunlin.sandbox.program.Sold;
import org.dunlin.sandbox.program.Specs;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every answer of the played Moneybird against Moneybird's own specification: OpenAPI 3.1, whose
 * schemas are JSON Schema 2020-12 and are checked as such.
 */
class MoneybirdSpecificationTest {
  private static ObjectNode specification;
  private static PlayedMoneybird bird;
  private static SalesDocument invoice;
  private static SalesDocument note;

  @BeforeAll
  static void fill() throws IOException {
    specification =
        (ObjectNode)
            new YAMLMapper().readTree(Specs.of("moneybird/openapi-2025-01-07.yml").toFile());
    bird = new PlayedMoneybird().authorised();
    bird.program.limits().lift();
    invoice = bird.sold.invoice("2026-0001");
    note = bird.sold.creditNote("2026-0002", invoice);
    bird.sold.draft("2026-0003");
    bird.books.pay(invoice.id(), Sold.DAY, euro("10.00"), "bank 1");
    bird.books.apply(note.id(), invoice.id(), euro("20.00"), Sold.DAY);
    bird.books.note(invoice.id(), "A note");
    bird.books.note(bird.sold.contact(), "Another");
    bird.books.keepPaper(invoice.id(), new byte[] {'%', 'P', 'D', 'F'});
  }

  @AfterAll
  static void close() {
    if (bird != null) {
      bird.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v2/administrations.json, /administrations{format}",
    "contacts.json, /{administration_id}/contacts{format}",
    "contacts/synchronization.json, /{administration_id}/contacts/synchronization{format}",
    "contacts/customer_id/D1001.json,"
        + " /{administration_id}/contacts/customer_id/{customer_id}{format}",
    "sales_invoices.json, /{administration_id}/sales_invoices{format}",
    "sales_invoices, /{administration_id}/sales_invoices{format}",
    "sales_invoices/synchronization.json,"
        + " /{administration_id}/sales_invoices/synchronization{format}",
    "sales_invoices/find_by_invoice_id/2026-0001.json,"
        + " /{administration_id}/sales_invoices/find_by_invoice_id/{invoice_id}{format}",
    "external_sales_invoices.json, /{administration_id}/external_sales_invoices{format}",
    "webhooks.json, /{administration_id}/webhooks{format}",
    "reports/debtors.json, /{administration_id}/reports/debtors{format}",
  })
  void whatIsReadIsAsMoneybirdSpecifiesIt(String path, String template) {
    String address = path.startsWith("/") ? path : PlayedMoneybird.API + path;
    HttpResponse<byte[]> answer = bird.app.get(address);
    assertThat(Caller.json(answer).isContainerNode()).isTrue();
    conforms("get", template, 200, answer);
  }

  @Test
  void singleRecordsAreAsMoneybirdSpecifiesThem() {
    String one = "/{administration_id}/sales_invoices/{id}{format}";
    for (SalesDocument document : bird.books.documents().all()) {
      conforms("get", one, 200, get("sales_invoices/" + MoneybirdIds.of(document) + ".json"));
    }
    conforms("get", one, 404, get("sales_invoices/1.json"));
    String contact = MoneybirdIds.of(bird.books.contacts().get(bird.sold.contact()));
    conforms(
        "get",
        "/{administration_id}/contacts/{id}{format}",
        200,
        get("contacts/" + contact + ".json"));
    String payment = MoneybirdIds.of(bird.books.receipts().all().getFirst());
    conforms(
        "get",
        "/{administration_id}/payments/{id}{format}",
        200,
        get("payments/" + payment + ".json"));
  }

  private static HttpResponse<byte[]> get(String path) {
    return bird.app.get(PlayedMoneybird.API + path);
  }

  @Test
  void whatIsWrittenIsAnsweredAsMoneybirdSpecifiesIt() throws IOException {
    String id = MoneybirdIds.of(invoice);
    String payments = "/{administration_id}/sales_invoices/{sales_invoice_id}/payments{format}";
    String own = PlayedMoneybird.API + "sales_invoices/" + id;
    String paid = "{\"payment\":{\"payment_date\":\"2026-11-20\",\"price\":\"10,95\"}}";
    conforms("post", payments, 201, bird.app.post(own + "/payments.json", paid));
    conforms("post", payments, 422, bird.app.post(own + "/payments.json", "{\"payment\":{}}"));
    String notes = "/{administration_id}/sales_invoices/{sales_invoice_id}/notes{format}";
    conforms(
        "post", notes, 201, bird.app.post(own + "/notes.json", "{\"note\":{\"note\":\"Sent\"}}"));
    conforms("post", notes, 422, bird.app.post(own + "/notes.json", "{\"note\":{}}"));
    conforms(
        "post",
        "/{administration_id}/sales_invoices/synchronization{format}",
        200,
        bird.app.post(
            PlayedMoneybird.API + "sales_invoices/synchronization.json",
            "{\"ids\":[\"" + id + "\"]}"));
    conforms(
        "patch",
        "/{administration_id}/sales_invoices/{id}/duplicate_creditinvoice{format}",
        200,
        bird.app.send("PATCH", own + "/duplicate_creditinvoice.json", "application/json", "{}"));
    try (Receiver receiver = new Receiver()) {
      HttpResponse<byte[]> answer =
          bird.app.post(
              PlayedMoneybird.API + "webhooks.json", "{\"url\":\"" + receiver.address() + "\"}");
      assertThat(answer.statusCode()).isEqualTo(201);
      // The secret with which notices are signed is newer than the specification.
      ObjectNode registered = (ObjectNode) Caller.json(answer);
      registered.remove("secret");
      assertThat(faults("post", "/{administration_id}/webhooks{format}", 201, registered))
          .isEmpty();
    }
  }

  private static void conforms(
      String method, String template, int status, HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).as(Caller.text(answer)).isEqualTo(status);
    assertThat(faults(method, template, status, Caller.json(answer)))
        .as(method + " " + template + " " + status)
        .isEmpty();
  }

  private static Set<ValidationMessage> faults(
      String method, String template, int status, JsonNode body) {
    JsonNode response =
        specification.path("paths").path(template).path(method).path("responses").path("" + status);
    String shared = response.path("$ref").asText("");
    String place =
        shared.isEmpty()
            ? "#/paths/" + escaped(template) + "/" + method + "/responses/" + status
            : shared;
    ObjectNode schema = specification.deepCopy();
    schema.put("$ref", place + "/content/application~1json/schema");
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema, config)
        .validate(body);
  }

  @Test
  void whatIsNotAsSpecifiedIsFound() {
    String one = "/{administration_id}/sales_invoices/{id}{format}";
    ObjectNode wrong =
        (ObjectNode) Caller.json(get("sales_invoices/" + MoneybirdIds.of(invoice) + ".json"));
    assertThat(faults("get", one, 200, wrong)).isEmpty();
    wrong.put("state", "unpaid").put("unheard_of", 1).put("due_date", "soon");
    assertThat(faults("get", one, 200, wrong)).hasSize(3);
  }

  private static String escaped(String template) {
    return template.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
  }
}
