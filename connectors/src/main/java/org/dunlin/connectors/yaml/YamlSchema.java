package org.dunlin.connectors.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Holds YAML against a JSON Schema (2020-12), and says in plain words what was expected. */
public final class YamlSchema {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST_SHOWN = 60;

  private final String whole;
  private final JsonNode tree;
  private final JsonSchema schema;

  /**
   * A schema that is a resource beside a class.
   *
   * @param whole what the root is called, as the beginning of a sentence
   */
  public YamlSchema(Class<?> beside, String resource, String whole) {
    this.whole = whole;
    this.tree = tree(beside, resource);
    this.schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                tree, SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build());
  }

  /**
   * Notes all that is not of the form.
   *
   * @param lines gives the line of the value at a JSON pointer, or of what is around it
   */
  public void check(JsonNode root, ToIntFunction<String> lines, String file, Faults faults) {
    for (ValidationMessage message : schema.validate(root)) {
      String pointer = message.getInstanceLocation().toString();
      int line = lines.applyAsInt(about(message, pointer));
      faults.add(file, line, sentence(message, pointer, root));
    }
  }

  /** A name as a step of a JSON pointer (RFC 6901). */
  public static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /**
   * Where it is: of a field that is not known, the field; of one that is missing, what lacks it.
   */
  private static String about(ValidationMessage message, String pointer) {
    return message.getType().equals("additionalProperties") && message.getProperty() != null
        ? pointer + "/" + escaped(message.getProperty())
        : pointer;
  }

  private String sentence(ValidationMessage message, String pointer, JsonNode root) {
    String place = at(pointer);
    JsonNode found = root.at(pointer);
    return switch (message.getType()) {
      case "required" -> place + ": " + message.getProperty() + " is missing.";
      case "dependentRequired" -> place + ": " + dependent(message, found) + ".";
      case "additionalProperties" ->
          place
              + ": "
              + message.getProperty()
              + " is not known here; known are "
              + known(message)
              + ".";
      default -> place + ": " + expected(message) + " is expected, not " + shown(found) + ".";
    };
  }

  /** What stands there, and what belongs to it and does not. */
  private String dependent(ValidationMessage message, JsonNode found) {
    for (var rule : parent(message).path("dependentRequired").properties()) {
      for (JsonNode needed : rule.getValue()) {
        if (found.has(rule.getKey()) && !found.has(needed.asText())) {
          return needed.asText() + " is missing beside " + rule.getKey();
        }
      }
    }
    return "something is missing beside what stands there";
  }

  /** The fields of the object that has one more. */
  private String known(ValidationMessage message) {
    JsonNode parent = parent(message);
    return parent.path("properties").isEmpty()
        ? "none"
        : StreamSupport.stream(
                ((Iterable<String>) () -> parent.path("properties").fieldNames()).spliterator(),
                false)
            .collect(Collectors.joining(", "));
  }

  private String expected(ValidationMessage message) {
    JsonNode parent = parent(message);
    boolean named = fragment(message).matches("/\\$defs/[A-Za-z]+/[A-Za-z]+");
    return switch (message.getType()) {
      case "enum" -> "one of " + words(parent.path("enum"));
      case "const" -> parent.path("const").asText();
      case "minimum" -> "a whole number of at least " + parent.path("minimum").asText();
      case "minItems" -> "a list that is not empty";
      case "type", "pattern" ->
          named && described(parent) ? text(parent) : type(parent.path("type"));
      default -> described(parent) ? text(parent) : type(parent.path("type"));
    };
  }

  /** Descriptions in small letters say what is expected; others say what it is for. */
  private static boolean described(JsonNode schema) {
    String description = schema.path("description").asText();
    return !description.isEmpty() && Character.isLowerCase(description.charAt(0));
  }

  private static String text(JsonNode schema) {
    return schema.path("description").asText();
  }

  private static String type(JsonNode type) {
    return switch (type.asText()) {
      case "object" -> "names and values";
      case "array" -> "a list";
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      default -> "a text";
    };
  }

  private static String words(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }

  private JsonNode parent(ValidationMessage message) {
    String fragment = fragment(message);
    int last = fragment.lastIndexOf('/');
    return tree.at(last <= 0 ? "" : fragment.substring(0, last));
  }

  private static String fragment(ValidationMessage message) {
    String location = message.getSchemaLocation().toString();
    return location.substring(location.indexOf('#') + 1);
  }

  private String at(String pointer) {
    return pointer.isEmpty() ? whole : place(pointer);
  }

  /** {@code /streams/invoices/every} as people write it. */
  public static String place(String pointer) {
    return pointer.substring(1).replace('/', '.').replace("~1", "/").replace("~0", "~");
  }

  /** A value as part of a sentence. */
  public static String shown(@Nullable JsonNode found) {
    if (found == null || found.isMissingNode() || found.isNull()) {
      return "nothing";
    }
    if (found.isObject()) {
      return "names and values";
    }
    if (found.isArray()) {
      return "a list";
    }
    String text = found.asText();
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 3) + "...";
  }

  private static JsonNode tree(Class<?> beside, String resource) {
    try (InputStream stream =
        Objects.requireNonNull(beside.getResourceAsStream(resource), resource)) {
      return JSON.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
