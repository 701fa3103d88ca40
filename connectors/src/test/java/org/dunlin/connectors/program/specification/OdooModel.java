package org.dunlin.connectors.program.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one of Odoo's models, as a server of release 18 listed them. */
record OdooModel(Map<String, Field> fields) {
  /**
   * A field.
   *
   * @param type as Odoo names it: Char, Many2One …
   * @param relation the model to which it leads
   */
  record Field(String type, @Nullable String relation, boolean stored) {
    /** Whether a value of an answer is of this field; false is Odoo's nothing. */
    boolean is(JsonNode value) {
      if (value.isBoolean() && !value.asBoolean()) {
        return true;
      }
      return switch (type) {
        case "Integer" -> value.isIntegralNumber();
        case "Float", "Monetary" -> value.isNumber();
        case "Boolean" -> value.isBoolean();
        case "Char", "Text", "Html", "Selection" -> value.isTextual();
        case "Date" -> value.asText().matches("\\d{4}-\\d{2}-\\d{2}");
        case "DateTime" -> value.asText().matches("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}");
        case "Many2One" -> value.size() == 2 && value.get(0).isInt() && value.get(1).isTextual();
        case "One2Many", "Many2Many" -> value.isArray();
        // A widget's content is JSON that Odoo declares as binary.
        case "Binary", "Json" -> value.isTextual() || value.isObject();
        default -> false;
      };
    }
  }

  static OdooModel read(Path file) {
    try {
      Map<String, Field> fields = new HashMap<>();
      for (JsonNode field : new ObjectMapper().readTree(file.toFile()).path("fields")) {
        JsonNode relation = field.path("relation");
        fields.put(
            field.path("name").asText(),
            new Field(
                field.path("type").asText(),
                relation.isTextual() ? relation.asText() : null,
                field.path("stored").asBoolean()));
      }
      return new OdooModel(Map.copyOf(fields));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
