package org.dunlin.sandbox.program.mollie;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Set;
import org.dunlin.sandbox.program.Caller;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Specs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every answer of the played Mollie against Mollie's own specification: OpenAPI 3.1, whose schemas
 * are JSON Schema 2020-12 and are checked as such.
 */
class MollieSpecificationTest {
  private static ObjectNode specification;
  private static PlayedMollie mollie;
  private static String paid;
  private static String open;
  private static String link;

  @BeforeAll
  static void fill() throws IOException {
    specification = (ObjectNode) new YAMLMapper().readTree(Specs.of("mollie/specs.yaml").toFile());
    mollie = new PlayedMollie();
    paid = mollie.paid("121.00").path("id").asText();
    refund("10.00");
    String gone = mollie.paid("50.00").path("id").asText();
    mollie.press(mollie.ordered("75.00"), "pay", "bancontact");
    mollie.press(mollie.ordered("80.00"), "pay", "creditcard");
    mollie.press(mollie.ordered("81.00"), "fail", "");
    mollie.press(mollie.ordered("82.00"), "cancel", "");
    mollie.program.till().chargeBack(gone);
    mollie.program.till().settle();
    open = mollie.ordered("5.00").path("id").asText();
    refund("11.00");
    link = Caller.json(link("60.00")).path("id").asText();
  }

  @BeforeEach
  void mayReadAll() {
    mollie.byToken();
  }

  private static HttpResponse<byte[]> refund(String amount) {
    return mollie.app.post(
        "/v2/payments/" + paid + "/refunds",
        "{\"amount\":{\"currency\":\"EUR\",\"value\":\"" + amount + "\"}}");
  }

  private static HttpResponse<byte[]> link(String amount) {
    return mollie.app.post(
        "/v2/payment-links",
        """
        {"description":"Invoices","amount":{"currency":"EUR","value":"%s"},"profileId":"%s"}
        """
            .formatted(amount, mollie.program.account().profile()));
  }

  @AfterAll
  static void close() {
    if (mollie != null) {
      mollie.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/v2/payments, /v2/payments",
    "/v2/payments?limit=2, /v2/payments",
    "/v2/payments/PAID, /v2/payments/{paymentId}",
    "/v2/payments/OPEN, /v2/payments/{paymentId}",
    "'/v2/payments/PAID?embed=refunds,chargebacks', /v2/payments/{paymentId}",
    "/v2/payments/PAID/refunds, /v2/payments/{paymentId}/refunds",
    "/v2/payments/PAID/chargebacks, /v2/payments/{paymentId}/chargebacks",
    "/v2/refunds, /v2/refunds",
    "/v2/chargebacks, /v2/chargebacks",
    "/v2/payment-links, /v2/payment-links",
    "/v2/payment-links/LINK, /v2/payment-links/{paymentLinkId}",
    "/v2/payment-links/LINK/payments, /v2/payment-links/{paymentLinkId}/payments",
    "/v2/settlements, /v2/settlements",
    "/v2/settlements/open, /v2/settlements/open",
    "/v2/settlements/next, /v2/settlements/next",
    "/v2/balances, /v2/balances",
    "/v2/balances/primary, /v2/balances/primary",
    "/v2/balances/primary/transactions, /v2/balances/{balanceId}/transactions",
    "/v2/methods, /v2/methods",
    "/v2/methods/ideal, /v2/methods/{methodId}",
    "/v2/profiles/me, /v2/profiles/me",
    "/v2/organizations/me, /v2/organizations/me",
  })
  void whatIsReadIsAsMollieSpecifiesIt(String path, String template) {
    String address = path.replace("PAID", paid).replace("OPEN", open).replace("LINK", link);
    conforms("get", template, 200, mollie.app.get(address));
  }

  @Test
  void aSettlementAndItsPartsAreAsMollieSpecifiesThem() {
    JsonNode settlement =
        Caller.json(mollie.app.get("/v2/settlements")).at("/_embedded/settlements/0");
    String id = settlement.path("id").asText();
    String own = "/v2/settlements/{settlementId}";
    conforms("get", own, 200, mollie.app.get("/v2/settlements/" + id));
    for (String part : new String[] {"payments", "refunds", "chargebacks", "captures"}) {
      HttpResponse<byte[]> answer = mollie.app.get("/v2/settlements/" + id + "/" + part);
      conforms("get", own + "/" + part, 200, answer);
      assertThat(Caller.json(answer).path("count").asInt() > 0).isEqualTo(!part.equals("captures"));
    }
  }

  @Test
  void whatIsWrittenIsAnsweredAsMollieSpecifiesIt() {
    mollie.byKey();
    conforms("post", "/v2/payments", 201, mollie.app.post("/v2/payments", mollie.order("12.10")));
    conforms("post", "/v2/payments", 422, mollie.app.post("/v2/payments", "{}"));
    String one = "/v2/payments/{paymentId}";
    String given = mollie.ordered("13.00").path("id").asText();
    conforms("delete", one, 200, delete("/v2/payments/" + given));
    conforms("delete", one, 422, delete("/v2/payments/" + given));
    conforms("delete", one, 404, delete("/v2/payments/tr_none"));
    conforms("post", one + "/refunds", 201, refund("1.50"));
    conforms("post", one + "/refunds", 409, refund("1.50"));
    conforms("post", one + "/refunds", 422, refund("500.00"));
    conforms("post", "/v2/payment-links", 201, link("61.00"));
    conforms(
        "patch",
        "/v2/payment-links/{paymentLinkId}",
        200,
        mollie.app.send(
            "PATCH", "/v2/payment-links/" + link, "application/json", "{\"archived\":true}"));
  }

  private static HttpResponse<byte[]> delete(String path) {
    return mollie.app.send("DELETE", path, null, "");
  }

  @Test
  void whatIsNotAsSpecifiedIsFound() {
    ObjectNode wrong = (ObjectNode) Caller.json(mollie.app.get("/v2/payments/" + paid));
    String one = "/v2/payments/{paymentId}";
    assertThat(faults("get", one, 200, wrong)).isEmpty();
    wrong.put("status", "settled").put("amount", "121.00").remove("profileId");
    assertThat(faults("get", one, 200, wrong)).hasSizeGreaterThanOrEqualTo(3);
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
    ObjectNode schema = Json.object();
    specification.properties().forEach(part -> schema.set(part.getKey(), part.getValue()));
    schema.put("$ref", place + "/content/application~1hal+json/schema");
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    JsonSchema against =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema, config);
    return against.validate(body);
  }

  private static String escaped(String template) {
    return template.replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D");
  }
}
