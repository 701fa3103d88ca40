package org.dunlin.connectors.program.specification;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.dunlin.core.port.HttpCall;

/**
 * What a vendor specifies of its interface in OpenAPI 3.0. Only the operation in question is given
 * to the validators: some vendors' specifications are too large to be resolved as a whole.
 */
final class OpenApi30Specification implements Specification {
  private static final String COMPONENTS = "#/components/";

  private final JsonNode whole;
  private final SpecifiedPaths paths;

  OpenApi30Specification(JsonNode whole) {
    this.whole = whole;
    this.paths = new SpecifiedPaths(whole);
    letChoicesBeNull(whole);
  }

  @Override
  public List<String> askedWrongly(HttpCall call) {
    String path = paths.of(call).orElse(null);
    if (path == null) {
      return List.of(Specification.unknown(call));
    }
    return OpenApiInteractionValidator.createForInlineApiSpecification(only(path, call).toString())
        .withLevelResolver(
            LevelResolver.create()
                // The validator takes the parts of an object in a query for texts.
                .withLevel("validation.request.parameter.schema.anyOf", Level.IGNORE)
                .build())
        .build()
        .validateRequest(request(call))
        .getMessages()
        .stream()
        .filter(message -> message.getLevel() == Level.ERROR)
        .map(message -> message.getMessage())
        .toList();
  }

  @Override
  public List<String> answeredWrongly(HttpCall call, byte[] answer) {
    String path = paths.of(call).orElse(null);
    if (path == null) {
      return List.of(Specification.unknown(call));
    }
    ObjectNode schema = ((ObjectNode) whole).objectNode();
    schema.set("components", whole.path("components"));
    schema
        .putArray("allOf")
        .add(
            paths
                .operation(path, call)
                .path("responses")
                .path("200")
                .path("content")
                .path("application/json")
                .path("schema"));
    JsonSchema answers =
        JsonSchemaFactory.getInstance(
                VersionFlag.V4,
                factory ->
                    factory
                        .metaSchema(OpenApi30.getInstance())
                        .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()))
            .getSchema(schema, SchemaValidatorsConfig.builder().preloadJsonSchema(false).build());
    try {
      return answers.validate(new ObjectMapper().readTree(answer)).stream()
          .map(message -> message.getMessage())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode only(String path, HttpCall call) {
    ObjectNode operation = paths.operation(path, call).deepCopy();
    operation.remove("security");
    JsonNode form = operation.at("/requestBody/content").path(Form.TYPE);
    if (!form.isMissingNode()) {
      operation.withObject("/requestBody/content").removeAll().set("application/json", form);
    }
    operation.putObject("responses").putObject("200").put("description", "Fine.");
    ObjectNode operations = operation.objectNode();
    JsonNode shared = whole.path("paths").path(path).path("parameters");
    if (!shared.isMissingNode()) {
      operations.set("parameters", shared);
    }
    operations.set(call.method().toLowerCase(Locale.ROOT), operation);
    ObjectNode part = operation.objectNode();
    part.put("openapi", "3.0.3");
    part.set("info", whole.path("info"));
    part.set("servers", whole.path("servers"));
    part.putObject("paths").set(path, operations);
    ObjectNode components = part.putObject("components");
    Set<String> needed = new TreeSet<>();
    collect(operations, needed);
    for (String name : needed) {
      String[] place = name.split("/");
      components.withObjectProperty(place[0]).set(place[1], component(name));
    }
    return part;
  }

  /** What a piece of the specification refers to, and what that refers to. */
  private void collect(JsonNode piece, Set<String> needed) {
    String reference = piece.path("$ref").asText();
    if (reference.startsWith(COMPONENTS)) {
      String name = reference.substring(COMPONENTS.length());
      if (needed.add(name)) {
        collect(component(name), needed);
      }
    }
    piece.forEach(each -> collect(each, needed));
  }

  private JsonNode component(String name) {
    return whole.path("components").at("/" + name);
  }

  private static SimpleRequest request(HttpCall call) {
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(call.method(), call.address().getPath());
    boolean form = call.headers().containsValue(Form.TYPE);
    call.headers()
        .forEach(
            (name, value) ->
                request.withHeader(name, Form.TYPE.equals(value) ? "application/json" : value));
    String query = call.address().getRawQuery();
    if (query != null) {
      Form.fields(query).forEach(field -> request.withQueryParam(field.name(), field.value()));
    }
    if (call.body().length > 0) {
      String body = new String(call.body(), StandardCharsets.UTF_8);
      request.withBody(form ? Form.unfolded(body).toString() : body);
    }
    return request.build();
  }

  /**
   * A choice that may also be null says so beside its branches, where the validator overlooks it.
   */
  private static void letChoicesBeNull(JsonNode schema) {
    if (schema.path("nullable").asBoolean() && schema.path("anyOf") instanceof ArrayNode branches) {
      branches.addObject().putArray("enum").addNull();
    }
    schema.forEach(OpenApi30Specification::letChoicesBeNull);
  }
}
