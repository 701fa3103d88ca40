package org.dunlin.connectors.program.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dunlin.core.port.HttpCall;

/**
 * What a vendor specifies in OpenAPI 3.1, whose schemas are JSON Schema 2020-12 and are checked as
 * such: swagger-request-validator reads 3.0 only.
 */
final class OpenApi31Specification implements Specification {
  private static final Pattern COUNT = Pattern.compile("-?[0-9]+");
  private static final List<String> ACCEPTED = List.of("200", "201", "204");

  private final JsonNode whole;
  private final SpecifiedPaths paths;

  OpenApi31Specification(JsonNode whole) {
    this.whole = whole;
    this.paths = new SpecifiedPaths(whole);
  }

  @Override
  public List<String> askedWrongly(HttpCall call) {
    String path = paths.of(call).orElse(null);
    if (path == null) {
      return List.of(Specification.unknown(call));
    }
    List<String> faults = query(path, call);
    JsonNode body = resolved(paths.operation(path, call).path("requestBody"));
    if (call.body().length > 0) {
      JsonNode schema = content(body);
      if (schema.isMissingNode()) {
        faults.add("A body is not specified");
      } else {
        validated(schema, json(call.body())).forEach(each -> faults.add(each.getMessage()));
      }
    } else if (body.path("required").asBoolean()) {
      faults.add("A body is required");
    }
    return faults;
  }

  @Override
  public List<String> answeredWrongly(HttpCall call, byte[] answer) {
    String path = paths.of(call).orElse(null);
    if (path == null) {
      return List.of(Specification.unknown(call));
    }
    JsonNode responses = paths.operation(path, call).path("responses");
    JsonNode schema =
        ACCEPTED.stream()
            .filter(responses::has)
            .map(status -> content(resolved(responses.path(status))))
            .findFirst()
            .orElseThrow();
    return validated(schema, json(answer)).stream().map(ValidationMessage::getMessage).toList();
  }

  private List<String> query(String path, HttpCall call) {
    Map<String, JsonNode> known = new LinkedHashMap<>();
    for (JsonNode parameters :
        List.of(paths.shared(path), paths.operation(path, call).path("parameters"))) {
      for (JsonNode each : parameters) {
        JsonNode parameter = resolved(each);
        if (parameter.path("in").asText().equals("query")) {
          known.put(parameter.path("name").asText(), parameter);
        }
      }
    }
    List<String> faults = new ArrayList<>();
    String raw = call.address().getRawQuery();
    for (Form.Field field : raw == null ? List.<Form.Field>of() : Form.fields(raw)) {
      JsonNode parameter = known.remove(field.name());
      if (parameter == null) {
        faults.add("Query parameter '" + field.name() + "' is unexpected on path \"" + path + "\"");
      } else if (!isOf(parameter.path("schema"), field.value())) {
        faults.add("Query parameter '" + field.name() + "' may not be " + field.value());
      }
    }
    known.forEach(
        (name, parameter) -> {
          if (parameter.path("required").asBoolean()) {
            faults.add("Query parameter '" + name + "' is missing");
          }
        });
    return faults;
  }

  /** Whether the text of a parameter, or the number or flag that it is, is what is specified. */
  private boolean isOf(JsonNode schema, String value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (validated(schema, nodes.textNode(value)).isEmpty()) {
      return true;
    }
    if (COUNT.matcher(value).matches()) {
      return validated(schema, nodes.numberNode(Long.parseLong(value))).isEmpty();
    }
    boolean flag = value.equals("true") || value.equals("false");
    return flag && validated(schema, nodes.booleanNode(Boolean.parseBoolean(value))).isEmpty();
  }

  private List<ValidationMessage> validated(JsonNode schema, JsonNode value) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.set("components", whole.path("components"));
    document.putArray("allOf").add(schema);
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .preloadJsonSchema(false)
            .build();
    return List.copyOf(
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(document, config)
            .validate(value));
  }

  private static JsonNode content(JsonNode message) {
    JsonNode content = message.path("content");
    JsonNode json = content.path("application/json");
    return (json.isMissingNode() ? content.path("application/*") : json).path("schema");
  }

  private JsonNode resolved(JsonNode piece) {
    String reference = piece.path("$ref").asText();
    return reference.isEmpty() ? piece : whole.at(reference.substring(1));
  }

  private static JsonNode json(byte[] text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
