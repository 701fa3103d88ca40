package org.dunlin.connectors.program.specification;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Intuit's own XML schema of QuickBooks' entities. JSON has the same names; what is text with
 * attributes in XML is an object there, with its text as {@code value}.
 */
final class QuickBooksSchema {
  private static final String XSD = "http://www.w3.org/2001/XMLSchema";
  private static final String ANYTHING = "IntuitAnyType";
  private static final Pattern FILTERABLE = Pattern.compile("Filterable: *(ALL|QBO)");

  private final Map<String, Type> types = new HashMap<>();

  /** What an element is. */
  record Part(String type, boolean list, boolean filterable) {}

  private record Type(@Nullable String base, Map<String, Part> parts) {}

  static QuickBooksSchema read(List<Path> files) {
    QuickBooksSchema schema = new QuickBooksSchema();
    files.forEach(schema::take);
    return schema;
  }

  private void take(Path file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Element root = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
      for (Element type : elements(root.getElementsByTagNameNS(XSD, "complexType"))) {
        types.put(type.getAttribute("name"), type(type));
      }
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Type type(Element type) {
    Map<String, Part> parts = new HashMap<>();
    for (Element element : elements(type.getElementsByTagNameNS(XSD, "element"))) {
      parts.put(
          element.getAttribute("name"),
          new Part(
              element.getAttribute("type"),
              element.getAttribute("maxOccurs").equals("unbounded"),
              FILTERABLE.matcher(element.getTextContent()).find()));
    }
    for (Element attribute : elements(type.getElementsByTagNameNS(XSD, "attribute"))) {
      parts.put(
          attribute.getAttribute("name"), new Part(attribute.getAttribute("type"), false, false));
    }
    List<Element> bases = elements(type.getElementsByTagNameNS(XSD, "extension"));
    String base = bases.isEmpty() ? null : bases.getFirst().getAttribute("base");
    return new Type(base, parts);
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** The part of an entity at this path, such as {@code MetaData.LastUpdatedTime}. */
  @Nullable Part part(String entity, String path) {
    Part part = null;
    String type = entity;
    for (String name : path.split("\\.")) {
      part = own(type, name);
      if (part == null) {
        return null;
      }
      type = part.type();
    }
    return part;
  }

  private @Nullable Part own(String type, String name) {
    Type known = types.get(type);
    if (known == null) {
      return null;
    }
    Part part = known.parts().get(name);
    if (part != null || known.base() == null) {
      return part;
    }
    boolean text = !types.containsKey(known.base());
    return text && name.equals("value")
        ? new Part("xs:string", false, false)
        : own(known.base(), name);
  }

  /** What of an entity in JSON is not in the schema, with its place. */
  List<String> wrong(String type, JsonNode entity) {
    List<String> wrong = new ArrayList<>();
    wrong(type, entity, type, wrong);
    return wrong;
  }

  private void wrong(String type, JsonNode value, String place, List<String> wrong) {
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      String at = place + "." + each.getKey();
      Part part = own(type, each.getKey());
      if (part == null) {
        wrong.add(at + " is not there");
      } else if (each.getValue().isArray() != part.list()) {
        wrong.add(at + " is " + (part.list() ? "a list" : "no list"));
      } else if (types.containsKey(part.type()) && !part.type().equals(ANYTHING)) {
        for (JsonNode one : part.list() ? each.getValue() : List.of(each.getValue())) {
          if (!one.isObject()) {
            wrong.add(at + " is an object");
          }
          wrong(part.type(), one, at, wrong);
        }
      } else if (!part.type().equals(ANYTHING) && !isOf(part.type(), each.getValue())) {
        wrong.add(at + " is " + part.type() + ", not " + each.getValue());
      }
    }
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "xs:decimal" -> value.isNumber();
      case "xs:boolean" -> value.isBoolean();
      case "xs:date" -> value.asText().matches("\\d{4}-\\d{2}-\\d{2}");
      case "xs:dateTime" ->
          value.asText().matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}.*[+-]\\d{2}:\\d{2}");
      case "xs:positiveInteger", "xs:integer", "xs:int" -> value.isIntegralNumber();
      default -> value.isTextual();
    };
  }
}
