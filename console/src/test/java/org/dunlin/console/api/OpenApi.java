package org.dunlin.console.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dunlin.core.event.EventKind;
import org.dunlin.store.Stores;
import org.dunlin.store.inbox.DeliveryState;
import org.dunlin.store.ledger.Identities;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.record.Filter;
import org.dunlin.store.view.TaskKind;
import org.dunlin.store.view.WorkList;
import org.dunlin.work.pay.PayAddress;
import org.dunlin.work.pay.PaymentLinks;
import org.dunlin.work.program.Health;
import org.yaml.snakeyaml.Yaml;

/**
 * The contract of the API: the words of {@code openapi.yaml}, the lists and filters that the hub
 * has, and the records of the published schema.
 */
final class OpenApi {
  private static final Path RECORDS = Path.of("..", "docs", "canonical.schema.json");
  private static final Set<String> WRITES = Set.of("post", "put", "patch", "delete");
  private static final JsonMapper JSON = new JsonMapper();

  private final Lists lists;
  private final ObjectNode document;
  private final ObjectNode schemas;

  private OpenApi(Stores stores) {
    lists = new Lists(stores, new PaymentLinks(stores, PayAddress.NONE));
    document = words();
    schemas = (ObjectNode) document.at("/components/schemas");
  }

  /** The contract as the text of a file. */
  static String text(Stores stores) {
    try {
      return JSON.writerWithDefaultPrettyPrinter()
              .writeValueAsString(new OpenApi(stores).made())
              .replace("\r\n", "\n")
          + "\n";
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private ObjectNode made() {
    addRecords(document.remove("examples"));
    ObjectNode paths = (ObjectNode) document.get("paths");
    JsonNode listed = document.remove("lists");
    for (String name : Lists.names()) {
      addList(paths, name, Objects.requireNonNull(listed.get(name), name));
    }
    Stream.of(
            "company",
            "connection",
            "review",
            "creditNoteReview",
            "payer",
            "task",
            "eventEndpoint",
            "eventTold")
        .forEach(this::addListSchema);
    enumerate("/apiProblem/properties/type", Stream.of(ProblemType.values()).map(ProblemType::uri));
    enumerate("/connection/properties/state", Stream.of(Health.State.values()));
    enumerate("/delivery/properties/state", Stream.of(DeliveryState.values()));
    enumerate("/message/properties/kind", Stream.of(EffectKind.values()));
    enumerate("/message/properties/state", Stream.of(EffectState.values()));
    enumerate(
        "/eventEndpointSaid/properties/kinds/items",
        EventKind.choices().stream().map(EventKind::word));
    enumerate("/task/properties/kind", Stream.of(TaskKind.values()));
    enumerate("/task/properties/urgency", Stream.of(WorkList.Urgency.values()));
    enumerate("/question/properties/kind", Stream.of(Identities.Kind.values()));
    enumerate("/question/properties/state", Stream.of(Identities.State.values()));
    paths.forEach(path -> path.forEach(OpenApi::addProblems));
    paths.forEach(
        path ->
            path.properties().stream()
                .filter(each -> WRITES.contains(each.getKey()))
                .forEach(each -> addKey(each.getValue())));
    return document;
  }

  /** Records are those of the canonical form, where a reference leads to another place. */
  private void addRecords(JsonNode examples) {
    try {
      String moved = Files.readString(RECORDS).replace("\"#/$defs/", "\"#/components/schemas/");
      JSON.readTree(moved)
          .get("$defs")
          .properties()
          .forEach(record -> schemas.set(record.getKey(), record.getValue()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    schemas.remove("dunlin");
    examples
        .properties()
        .forEach(
            example ->
                ((ObjectNode) schemas.get(example.getKey()))
                    .putArray("examples")
                    .add(example.getValue()));
  }

  private void addList(ObjectNode paths, String name, JsonNode words) {
    String schema = words.get("schema").asText();
    addListSchema(schema);
    String path = "/api/v1/companies/{company}/" + name;
    ObjectNode all = operation(name, words, "all");
    ArrayNode parameters = all.putArray("parameters").add(parameter("company"));
    var listing = lists.named(name).list();
    listing.filters().forEach(filter -> parameters.add(filter(filter)));
    Asking.known(listing).stream()
        .skip(listing.filters().size())
        .forEach(paging -> parameters.add(parameter(paging)));
    answer(all, "A page of them", schema + "List")
        .putObject("headers")
        .putObject("Link")
        .put("$ref", "#/components/headers/Link");
    paths.withObjectProperty(path).set("get", all);
    ObjectNode one = operation("one" + name, words, "one");
    one.putArray("parameters").add(parameter("company")).add(parameter("id"));
    answer(one, words.get("one").asText(), schema);
    paths.withObjectProperty(path + "/{id}").set("get", one);
  }

  private static ObjectNode operation(String id, JsonNode words, String summary) {
    ObjectNode operation = JSON.createObjectNode().put("operationId", id);
    operation.putArray("tags").add(words.get("tag"));
    return operation.put("summary", words.get(summary).asText());
  }

  private static ObjectNode answer(ObjectNode operation, String description, String schema) {
    ObjectNode answer = operation.putObject("responses").putObject("200");
    answer.put("description", description);
    answer
        .putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/" + schema);
    return answer;
  }

  private static ObjectNode parameter(String name) {
    return JSON.createObjectNode().put("$ref", "#/components/parameters/" + name);
  }

  private static ObjectNode filter(Filter filter) {
    ObjectNode parameter =
        JSON.createObjectNode()
            .put("name", filter.name())
            .put("in", "query")
            .put("description", "Only " + filter.meaning());
    ObjectNode schema = parameter.putObject("schema");
    switch (filter.kind()) {
      case TEXT -> schema.put("type", "string");
      case WORD -> filter.words().forEach(schema.put("type", "string").withArray("enum")::add);
      case ID -> schema.put("type", "string").put("format", "uuid");
      case DATE -> schema.put("type", "string").put("format", "date");
      case INSTANT -> schema.put("type", "string").put("format", "date-time");
      case TRUTH -> schema.put("type", "boolean");
    }
    return parameter;
  }

  private void addListSchema(String schema) {
    ObjectNode list = schemas.putObject(schema + "List").put("type", "object");
    list.putArray("required").add("items");
    ObjectNode properties = list.putObject("properties");
    properties
        .putObject("items")
        .put("type", "array")
        .putObject("items")
        .put("$ref", "#/components/schemas/" + schema);
    properties
        .putObject("next")
        .put("type", "string")
        .put("description", "Where the next page begins; absent on the last");
  }

  private void enumerate(String schema, Stream<?> words) {
    ArrayNode known = (ArrayNode) schemas.at(schema + "/enum");
    words.forEach(word -> known.add(TextNode.valueOf(word.toString())));
  }

  private static void addProblems(JsonNode operation) {
    ObjectNode responses = (ObjectNode) operation.get("responses");
    responses.putObject("default").put("$ref", "#/components/responses/problem");
  }

  private static void addKey(JsonNode operation) {
    ((ObjectNode) operation).withArrayProperty("parameters").add(parameter("idempotencyKey"));
  }

  private static ObjectNode words() {
    try (InputStream yaml = OpenApi.class.getResourceAsStream("openapi.yaml")) {
      Map<String, Object> words = new Yaml().load(Objects.requireNonNull(yaml));
      return JSON.valueToTree(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
