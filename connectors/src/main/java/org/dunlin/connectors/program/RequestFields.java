package org.dunlin.connectors.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dunlin.connectors.program.RequestTemplate.Body;
import org.dunlin.connectors.program.Template.Part.Filled;
import org.dunlin.connectors.program.Template.Part.Fixed;
import org.jspecify.annotations.Nullable;

/** Requests. */
final class RequestFields {
  private static final String HTTPS = "https://";

  private RequestFields() {}

  /** A request to the program, with the headers of all of them. */
  static RequestTemplate request(Part part, Scope scope) {
    return request(part, scope, part.reading().headers());
  }

  static RequestTemplate request(Part part, Scope scope, Map<String, Template> all) {
    Scope secret = scope.secret();
    Map<String, Template> headers = new LinkedHashMap<>();
    all.forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    part.templates("headers", secret)
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    Body body = body(part, secret);
    return new RequestTemplate(
        part.text("method", body == null ? "GET" : "POST"),
        address(part, scope),
        part.templates("query", scope),
        Collections.unmodifiableMap(headers),
        body);
  }

  /** The whole address: what stands there, or below base. */
  private static Template address(Part part, Scope scope) {
    if (part.has("path") == part.has("address")) {
      part.fault("a request has either path, which is below base, or a whole address.");
      return new Template("", List.of());
    }
    if (part.has("address")) {
      Template address = part.template("address", scope);
      https(part, "address", address);
      return address;
    }
    Template path = part.template("path", scope);
    if (!path.text().startsWith("/")) {
      part.fault("path", "a path begins with / and is below base.");
    }
    return part.reading().base().then(path);
  }

  /** Notes an address that does not begin with https:// or a setting of the type url. */
  static void https(Part part, String name, Template address) {
    Template.Part first = address.parts().isEmpty() ? new Fixed("") : address.parts().get(0);
    boolean fits =
        switch (first) {
          case Fixed fixed -> host(fixed, address.parts());
          case Filled filled -> url(filled.placeholder().name(), part.reading().settings());
        };
    if (!fits) {
      part.fault(
          name,
          "an address begins with https:// and a host, or with a setting of the type url; only that"
              + " of a document with hosts may be what an answer said.");
    }
  }

  /** Credentials go to no host that an answer names: settings alone stand before the path. */
  private static boolean host(Fixed first, List<Template.Part> parts) {
    if (!first.text().startsWith(HTTPS)) {
      return false;
    }
    if (first.text().indexOf('/', HTTPS.length()) >= 0) {
      return true;
    }
    boolean named = first.text().length() > HTTPS.length();
    for (Template.Part part : parts.subList(1, parts.size())) {
      switch (part) {
        case Fixed fixed when fixed.text().contains("/") -> {
          return true;
        }
        case Fixed fixed -> named = true;
        case Filled filled when filled.placeholder().name().startsWith("settings.") -> named = true;
        case Filled filled -> {
          return false;
        }
      }
    }
    return named;
  }

  private static boolean url(String placeholder, Map<String, Setting> settings) {
    Setting setting =
        placeholder.startsWith("settings.")
            ? settings.get(placeholder.substring("settings.".length()))
            : null;
    return setting != null && setting.type() == SettingType.URL;
  }

  private static @Nullable Body body(Part part, Scope scope) {
    List<String> given =
        Stream.of("body", "form", "bodyFrom", "formFrom").filter(part::has).toList();
    if (given.isEmpty()) {
      return null;
    }
    if (given.size() > 1) {
      part.fault(
          "a request has one of body, form, bodyFrom and formFrom, not "
              + String.join(" and ", given)
              + ".");
    }
    return switch (given.get(0)) {
      case "body" -> new Body.Json(tree(part.part("body"), scope));
      case "form" -> new Body.Form(part.templates("form", scope));
      case "bodyFrom" -> new Body.Mapped(file(part, "bodyFrom", scope));
      default -> new Body.MappedForm(file(part, "formFrom", scope));
    };
  }

  private static String file(Part part, String name, Scope scope) {
    if (!scope.has("effect.id")) {
      part.fault(name, "only the request of an effect has a body that a mapping makes.");
    }
    String file = part.text(name);
    part.reading().uses(file, part.pointer() + "/" + name);
    return file;
  }

  private static BodyTree tree(Part part, Scope scope) {
    JsonNode node = part.node();
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, BodyTree> fields = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(name -> fields.put(name, tree(part.part(name), scope)));
        yield new BodyTree.Names(Collections.unmodifiableMap(fields));
      }
      case ARRAY -> {
        List<BodyTree> elements = new ArrayList<>();
        for (int index = 0; index < node.size(); index++) {
          elements.add(
              tree(new Part(node.get(index), part.pointer() + "/" + index, part.reading()), scope));
        }
        yield new BodyTree.Elements(List.copyOf(elements));
      }
      case NUMBER -> new BodyTree.Number(node.decimalValue());
      case BOOLEAN -> new BodyTree.Flag(node.booleanValue());
      case STRING -> new BodyTree.Text(part.template(scope));
      case NULL, MISSING, BINARY, POJO -> new BodyTree.Nothing();
    };
  }
}
