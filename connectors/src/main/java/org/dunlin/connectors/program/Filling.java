package org.dunlin.connectors.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dunlin.connectors.program.RequestTemplate.Body;
import org.dunlin.core.port.HttpCall;

/** Fills a request with values. */
final class Filling {
  private static final byte[] NONE = {};
  private static final String FORM = "application/x-www-form-urlencoded";

  /** Whether plain http is permitted is for whoever sends it to say. */
  private static final Set<String> SCHEMES = Set.of("https", "http");

  private final Facts facts;
  private final Map<String, Mapping> mappings;

  Filling(Facts facts, Map<String, Mapping> mappings) {
    this.facts = facts;
    this.mappings = mappings;
  }

  HttpCall call(RequestTemplate request) {
    Map<String, String> headers = new TreeMap<>();
    request
        .headers()
        .forEach(
            (name, value) ->
                value
                    .fill(facts)
                    .ifPresent(
                        text -> headers.put(name.toLowerCase(Locale.ROOT), oneLine(text, name))));
    headers.putIfAbsent("accept", "application/json");
    Body body = request.body();
    if (body != null) {
      headers.putIfAbsent("content-type", type(body));
    }
    return new HttpCall(
        request.method(), address(request), headers, body == null ? NONE : bytes(body));
  }

  private URI address(RequestTemplate request) {
    String address = request.address().address(facts);
    String query = parameters(request.query());
    String joined =
        query.isEmpty() ? address : address + (address.indexOf('?') < 0 ? "?" : "&") + query;
    try {
      URI uri = URI.create(joined);
      if (uri.getHost() == null || !SCHEMES.contains(uri.getScheme())) {
        throw new NoValue(
            "The request leads to no address: it must begin with https:// and a host.");
      }
      return uri;
    } catch (IllegalArgumentException e) {
      throw new NoValue("The address of the request is none; look at the settings in it.");
    }
  }

  /** Parameters in their order; one without a value is left out. */
  private String parameters(Map<String, Template> parameters) {
    return parameters.entrySet().stream()
        .flatMap(
            parameter ->
                parameter.getValue().fill(facts).stream()
                    .map(
                        value ->
                            PercentEncoding.of(parameter.getKey())
                                + "="
                                + PercentEncoding.of(value)))
        .collect(Collectors.joining("&"));
  }

  /** A value with a line's end would begin another header. */
  private static String oneLine(String value, String header) {
    if (value
        .chars()
        .anyMatch(character -> (character < ' ' && character != '\t') || character == 127)) {
      throw new NoValue("The value of the header " + header + " must be one line.");
    }
    return value;
  }

  private static String type(Body body) {
    return switch (body) {
      case Body.Json json -> "application/json";
      case Body.Mapped mapped -> "application/json";
      case Body.Form form -> FORM;
      case Body.MappedForm form -> FORM;
    };
  }

  private byte[] bytes(Body body) {
    return switch (body) {
      case Body.Json json -> Json.write(tree(json.tree()));
      case Body.Form form -> parameters(form.fields()).getBytes(StandardCharsets.UTF_8);
      case Body.Mapped mapped -> Json.write(mapped(mapped.file()));
      case Body.MappedForm form -> form(mapped(form.file())).getBytes(StandardCharsets.UTF_8);
    };
  }

  /** What a mapping has made, as names and texts; what is nothing is left out. */
  private static String form(JsonNode mapped) {
    return mapped.properties().stream()
        .filter(field -> Json.text(field.getValue()).isPresent())
        .map(
            field ->
                PercentEncoding.of(field.getKey())
                    + "="
                    + PercentEncoding.of(Json.text(field.getValue()).orElse("")))
        .collect(Collectors.joining("&"));
  }

  private JsonNode mapped(String file) {
    Mapping mapping = mappings.get(file);
    JsonNode known = facts.effect().orElse(null);
    if (mapping == null || known == null) {
      throw new NoValue("The request's body is made by " + file + " of what an effect is about.");
    }
    return mapping.apply(known, facts);
  }

  private JsonNode tree(BodyTree tree) {
    return switch (tree) {
      case BodyTree.Names names -> names(names);
      case BodyTree.Elements elements -> elements(elements);
      case BodyTree.Text text ->
          FactTrees.node(
              text.template().value(facts).orElseThrow(() -> text.template().missing(facts)));
      case BodyTree.Number number -> DecimalNode.valueOf(number.number());
      case BodyTree.Flag flag -> BooleanNode.valueOf(flag.flag());
      case BodyTree.Nothing nothing -> NullNode.instance;
    };
  }

  private ObjectNode names(BodyTree.Names names) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    names.fields().forEach((name, value) -> object.set(name, tree(value)));
    return object;
  }

  private ArrayNode elements(BodyTree.Elements elements) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    elements.elements().forEach(element -> array.add(tree(element)));
    return array;
  }
}
