package org.dunlin.connectors.program.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Exact's reference of its REST resources: entities, their properties and types. */
final class ExactReference {
  private static final String NUMBER = "-?\\d+";
  private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern DATE = Pattern.compile("/Date\\(-?\\d+\\)/");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Map<String, Entity> byPath = new HashMap<>();
  private final Map<String, Entity> byName = new HashMap<>();

  /** A property, and which methods may say it. */
  record Property(String type, JsonNode methods) {}

  /** A resource, and which methods it knows. */
  record Entity(Map<String, Property> properties, JsonNode methods) {
    boolean knows(String method) {
      return methods.path(method.toLowerCase(Locale.ROOT)).asBoolean();
    }
  }

  static ExactReference read(Path file) {
    try {
      return new ExactReference(new ObjectMapper().readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ExactReference(JsonNode whole) {
    whole
        .properties()
        .forEach(
            each -> {
              Map<String, Property> properties = new HashMap<>();
              for (JsonNode property : each.getValue().path("properties")) {
                properties.put(
                    property.path("name").asText(),
                    new Property(
                        property.path("type").asText(), property.path("supportedMethods")));
              }
              Entity entity =
                  new Entity(Map.copyOf(properties), each.getValue().path("supportedMethods"));
              byPath.put(path(each.getValue().path("uri").asText()), entity);
              byName.put(each.getKey(), entity);
            });
  }

  /** The resource at the path of a request. */
  Optional<Entity> at(String path) {
    return Optional.ofNullable(byPath.get(path(path)));
  }

  /** The resource of a list within another, such as the lines of an entry. */
  Optional<Entity> listed(String type) {
    return Optional.ofNullable(byName.get(type));
  }

  /** Without the number of the division, and without the key of one object. */
  private static String path(String path) {
    return path.replaceFirst("^/api/v1/(\\{division}|\\d+)/", "").replaceFirst("\\(.*", "");
  }

  /**
   * Whether a value of an answer is of this type. Numbers of 64 bits come as text and as number.
   */
  static boolean isAnswered(String type, JsonNode value) {
    return value.isNull()
        || switch (type) {
          case "Edm.Guid" -> GUID.matcher(value.asText()).matches();
          case "Edm.DateTime" -> DATE.matcher(value.asText()).matches();
          case "Edm.Double" -> value.isNumber();
          case "Edm.Int16", "Edm.Int32", "Edm.Byte" -> value.isIntegralNumber();
          case "Edm.Int64" -> value.asText().matches(NUMBER);
          case "Edm.Boolean" -> value.isBoolean();
          case "Edm.String", "Edm.Binary" -> value.isTextual();
          default -> false;
        };
  }

  /** Whether a value of a body is of this type. */
  static boolean isSent(String type, JsonNode value) {
    return type.equals("Edm.DateTime")
        ? DAY.matcher(value.asText()).matches()
        : isAnswered(type, value);
  }

  /** Whether a value in a filter is written as OData writes this type. */
  static boolean isCompared(String type, String literal) {
    return switch (type) {
      case "Edm.Guid" -> literal.matches("guid'" + GUID + "'");
      case "Edm.DateTime" -> literal.matches("datetime'.*'");
      case "Edm.Double", "Edm.Int16", "Edm.Int32", "Edm.Byte" -> literal.matches(NUMBER);
      case "Edm.Int64" -> literal.matches(NUMBER + "L");
      case "Edm.Boolean" -> literal.matches("true|false");
      case "Edm.String" -> literal.matches("'.*'");
      default -> false;
    };
  }
}
