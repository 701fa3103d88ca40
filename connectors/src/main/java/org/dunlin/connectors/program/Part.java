package org.dunlin.connectors.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.dunlin.connectors.jslt.WrongExpression;
import org.dunlin.connectors.yaml.YamlSchema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a manifest that is of the form of the schema, asked by names. What is wrong beyond the
 * form is noted, and something harmless stands in its place: a manifest with faults is not used.
 */
final class Part {
  private static final Selector NOTHING = new Selector("null", Mapping.of("null"));

  private final JsonNode node;
  private final String pointer;
  private final Reading reading;

  Part(JsonNode node, String pointer, Reading reading) {
    this.node = node;
    this.pointer = pointer;
    this.reading = reading;
  }

  Reading reading() {
    return reading;
  }

  JsonNode node() {
    return node;
  }

  String pointer() {
    return pointer;
  }

  boolean has(String name) {
    JsonNode value = node.path(name);
    return !value.isMissingNode() && !value.isNull();
  }

  void fault(String sentence) {
    reading.fault(pointer, sentence);
  }

  void fault(String name, String sentence) {
    reading.fault(at(name), sentence);
  }

  @Nullable String optionalText(String name) {
    return has(name) ? node.path(name).asText() : null;
  }

  String text(String name) {
    return Objects.requireNonNullElse(optionalText(name), "");
  }

  String text(String name, String otherwise) {
    return Objects.requireNonNullElse(optionalText(name), otherwise);
  }

  int whole(String name, int otherwise) {
    return has(name) ? node.path(name).intValue() : otherwise;
  }

  boolean flag(String name, boolean otherwise) {
    return has(name) ? node.path(name).booleanValue() : otherwise;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    node.path(name).forEach(each -> texts.add(each.asText()));
    return texts;
  }

  @Nullable Duration optionalDuration(String name) {
    String text = optionalText(name);
    if (text == null) {
      return null;
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeException | ArithmeticException e) {
      fault(name, "a duration such as PT15M is expected, not " + text + ".");
      return Duration.ZERO;
    }
  }

  Duration duration(String name, Duration otherwise) {
    return Objects.requireNonNullElse(optionalDuration(name), otherwise);
  }

  @Nullable Part optionalPart(String name) {
    return has(name) ? part(name) : null;
  }

  Part part(String name) {
    return new Part(node.path(name), at(name), reading);
  }

  List<Part> parts(String name) {
    List<Part> parts = new ArrayList<>();
    JsonNode list = node.path(name);
    for (int index = 0; index < list.size(); index++) {
      parts.add(new Part(list.get(index), at(name) + "/" + index, reading));
    }
    return parts;
  }

  /** What stands below a name, by its own names, in their order. */
  <T> Map<String, T> named(String name, BiFunction<Part, String, T> each) {
    Map<String, T> named = new LinkedHashMap<>();
    Part inner = part(name);
    inner.node.fieldNames().forEachRemaining(key -> named.put(key, each.apply(inner, key)));
    return Collections.unmodifiableMap(named);
  }

  Map<String, Template> templates(String name, Scope scope) {
    return named(name, (part, key) -> part.template(key, scope));
  }

  Map<String, Selector> selectors(String name) {
    return named(name, Part::selector);
  }

  @Nullable Template optionalTemplate(String name, Scope scope) {
    return has(name) ? template(name, scope) : null;
  }

  Template template(String name, Scope scope) {
    return template(at(name), node.path(name), scope);
  }

  /** The template of this part itself. */
  Template template(Scope scope) {
    return template(pointer, node, scope);
  }

  private Template template(String place, JsonNode value, Scope scope) {
    try {
      Template template = Template.of(value instanceof MissingNode ? "" : value.asText());
      for (Placeholder placeholder : template.placeholders()) {
        String wrong = Placeholders.wrong(placeholder.name(), scope, reading.settings());
        if (wrong != null) {
          reading.fault(place, wrong);
        }
      }
      return template;
    } catch (WrongTemplate e) {
      reading.fault(place, e.getMessage() + ".");
      return new Template("", List.of());
    }
  }

  @Nullable Selector optionalSelector(String name) {
    return has(name) ? selector(name) : null;
  }

  Selector selector(String name) {
    String source = text(name, "null");
    try {
      return new Selector(source, Mapping.of(source));
    } catch (WrongExpression e) {
      fault(name, String.valueOf(e.getMessage()));
      return NOTHING;
    }
  }

  private String at(String name) {
    return pointer + "/" + YamlSchema.escaped(name);
  }
}
