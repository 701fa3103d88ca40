package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.access.Scope;
import org.junit.jupiter.api.Test;

/** What the hub answers is of the form that the published contract says. */
class ApiContractTest {
  private final Scene scene = new Scene();

  /** What a program of one company may not see. */
  private static final List<String> OF_HUB = List.of("/api/v1/settings", "/api/v1/routes");

  private final Caller program = Caller.allowed(scene.id(), Scope.READ, Scope.WRITE);

  @Test
  void everyListAndEveryRecordIsOfItsForm() throws IOException {
    UUID customer = scene.customer("Bakkerij Jansen");
    UUID invoice = scene.invoice(customer, "2026-0042", Scene.TODAY, "121.00");
    UUID payment = scene.payment("JANSEN", "2026-0042", "121.00");
    scene.allocation(payment, invoice, "121.00", Decision.AUTOMATIC, "amount equals open amount");
    scene.held(customer, invoice, HoldReason.SHADOW);
    scene.deliver("broken.xml", "<Invoice/>" + UUID.randomUUID());
    JsonNode contract =
        new JsonMapper().readTree(Files.readString(Path.of("../docs/openapi.json")));
    int items = 0;
    for (var path : contract.get("paths").properties()) {
      String named = path.getKey().replace("{company}", scene.id());
      boolean ofHub = OF_HUB.stream().anyMatch(named::startsWith);
      if (schema(path.getValue()).startsWith("#") && !named.contains("{") && !ofHub) {
        JsonNode list = answered(contract, path.getValue(), named + asked(path.getValue()));
        for (JsonNode item : list.path("items")) {
          items++;
          JsonNode one = contract.get("paths").path(path.getKey() + "/{id}");
          if (item.has("id") && one.has("get")) {
            answered(contract, one, named + "/" + item.get("id").asText());
          }
        }
      }
    }
    assertThat(items).isGreaterThanOrEqualTo(8);
  }

  @Test
  void problemsAreOfTheirForm() throws IOException {
    JsonNode contract =
        new JsonMapper().readTree(Files.readString(Path.of("../docs/openapi.json")));
    for (String path : new String[] {"/customers?limit=0", "/nothing", "/customers/nobody"}) {
      HttpResponse<String> answer = program.get("/api/v1/companies/" + scene.id() + path);
      assertOf(contract, "#/components/schemas/apiProblem", answer);
    }
    assertOf(contract, "#/components/schemas/apiProblem", Caller.with("").get("/api/v1/companies"));
  }

  /** What an operation cannot do without, as a query. */
  private static String asked(JsonNode operations) {
    String query = "";
    for (JsonNode parameter : operations.at("/get/parameters")) {
      if (parameter.path("required").asBoolean() && parameter.path("in").asText().equals("query")) {
        assertThat(parameter.get("name").asText()).isEqualTo("q");
        query = "?q=2026-0042";
      }
    }
    return query;
  }

  private JsonNode answered(JsonNode contract, JsonNode operations, String path) {
    HttpResponse<String> answer = program.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertOf(contract, schema(operations), answer);
    return Caller.json(answer);
  }

  /** The form of what is answered; empty where it is no JSON of ours. */
  private static String schema(JsonNode operations) {
    return operations
        .at("/get/responses/200/content")
        .path("application/json")
        .at("/schema/$ref")
        .asText();
  }

  private static void assertOf(JsonNode contract, String schema, HttpResponse<String> answer) {
    String whole =
        "{\"$ref\":\"%s\",\"components\":%s}"
            .formatted(schema, Objects.requireNonNull(contract.get("components")));
    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                    whole, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build())
                .validate(answer.body(), InputFormat.JSON))
        .as(answer.body())
        .isEmpty();
  }
}
