package org.dunlin.connectors.program.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.dunlin.connectors.program.Effect;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.MappingFailed;
import org.dunlin.connectors.program.NoValue;
import org.dunlin.connectors.program.NotJson;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.RequestTemplate;
import org.dunlin.core.port.HttpCall;
import org.jspecify.annotations.Nullable;

/** What the hub knows of a write-back, and the request that it must become. */
record EffectExample(Program program, Effect effect) {
  /** The difference, with the program as it is for the settings of the example. */
  static @Nullable String difference(Program program, String name, byte[] known, byte[] expected) {
    try {
      JsonNode object = Json.read(known);
      Map<String, String> settings = new HashMap<>();
      object
          .path("settings")
          .properties()
          .forEach(each -> settings.put(each.getKey(), each.getValue().asText()));
      Program variant = program.of(settings);
      for (Effect effect : variant.manifest().effects()) {
        if (effect.name().equals(name)) {
          return new EffectExample(variant, effect).difference(object, Json.read(expected));
        }
      }
      return "there is no effect " + name + " with these settings.";
    } catch (NotJson e) {
      return String.valueOf(e.getMessage());
    }
  }

  private @Nullable String difference(JsonNode object, JsonNode wanted) {
    try {
      Facts facts = facts(object);
      if (wanted.has("refused")) {
        return effect.when() != null && !effect.when().fits(object, facts)
            ? compared("refused", NullNode.instance, wanted.get("refused"), this::sayIs)
            : "it is refused by nothing.";
      }
      if (effect.when() != null && !effect.when().fits(object, facts)) {
        return "it is refused: " + effect.say();
      }
      return difference(program.call(effect.request(), facts), wanted, facts);
    } catch (NoValue | MappingFailed e) {
      return String.valueOf(e.getMessage());
    }
  }

  private boolean sayIs(JsonNode nothing, JsonNode wanted) {
    return Objects.equals(effect.say(), wanted.asText());
  }

  private Facts facts(JsonNode object) {
    Facts facts = ExampleFacts.of(program.manifest());
    for (var setting : program.manifest().settings()) {
      if (!setting.secret()) {
        facts = facts.without("settings." + setting.name());
      }
    }
    facts = ExampleFacts.with(facts, "settings.", object.path("settings"));
    JsonNode found = object.path("lookup").path("found");
    if (!found.isMissingNode() && !found.isNull()) {
      facts = facts.with("lookup.id", found.asText());
    }
    return facts.about(object);
  }

  private @Nullable String difference(HttpCall call, JsonNode wanted, Facts facts) {
    ObjectNode found = JsonNodeFactory.instance.objectNode();
    found.put("method", call.method());
    String base = program.manifest().base().address(facts);
    String address = call.address().toString();
    String whole = address.startsWith(base) ? address.substring(base.length()) : address;
    int mark = whole.indexOf('?');
    found.put("path", QueryText.decoded(mark < 0 ? whole : whole.substring(0, mark)));
    found.set("query", QueryText.parameters(mark < 0 ? "" : whole.substring(mark + 1)));
    found.set("headers", headers(call));
    String body = new String(call.body(), StandardCharsets.UTF_8);
    boolean form =
        effect.request().body() instanceof RequestTemplate.Body.Form
            || effect.request().body() instanceof RequestTemplate.Body.MappedForm;
    if (!body.isEmpty()) {
      found.set(form ? "form" : "body", form ? QueryText.parameters(body) : Json.read(call.body()));
    }
    return difference(found, wanted);
  }

  private static @Nullable String difference(ObjectNode found, JsonNode wanted) {
    TreeSet<String> names = new TreeSet<>();
    found.fieldNames().forEachRemaining(names::add);
    wanted.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      JsonNode one = found.path(name);
      JsonNode other = wanted.path(name);
      boolean none = one.isEmpty() && !one.isValueNode() && other.isMissingNode();
      BiPredicate<JsonNode, JsonNode> same =
          name.equals("path") ? EffectExample::samePath : SameJson::same;
      String difference = none ? null : compared(name, one, other, same);
      if (difference != null) {
        return difference;
      }
    }
    return null;
  }

  /** A path may be written as it is sent, or as people read it. */
  private static boolean samePath(JsonNode found, JsonNode wanted) {
    return found.asText().equals(QueryText.decoded(wanted.asText()));
  }

  private static @Nullable String compared(
      String name, JsonNode one, JsonNode other, BiPredicate<JsonNode, JsonNode> same) {
    return same.test(one, other) ? null : name + " is " + one + ", and " + other + " is expected.";
  }

  /** Those of the request itself: what goes along with every request is not repeated. */
  private ObjectNode headers(HttpCall call) {
    ObjectNode headers = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(call.headers())
        .forEach(
            (name, value) -> {
              if (effect.request().headers().containsKey(name) && !everywhere(name)) {
                headers.put(name, value);
              }
            });
    return headers;
  }

  private boolean everywhere(String name) {
    return program.manifest().headers().containsKey(name);
  }
}
