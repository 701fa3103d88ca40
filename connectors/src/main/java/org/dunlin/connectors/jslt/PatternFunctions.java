package org.dunlin.connectors.jslt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Function;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.dunlin.connectors.jslt.Named.WrongArgument;
import org.jspecify.annotations.Nullable;

/** JSLT's functions of regular expressions, with the work of the expressions counted. */
final class PatternFunctions {
  private static final int KEPT = 500;

  private static final Map<String, Pattern> PATTERNS =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pattern> eldest) {
          return size() > KEPT;
        }
      };

  private PatternFunctions() {}

  static List<Function> all() {
    return List.of(
        new Named("test", 2, 2, PatternFunctions::test),
        new Named("capture", 2, 2, PatternFunctions::capture),
        new Named("split", 2, 2, PatternFunctions::split),
        new Named("replace", 3, 3, PatternFunctions::replace));
  }

  private static JsonNode test(JsonNode[] given) {
    return BooleanNode.valueOf(!given[0].isNull() && matcher(given).find());
  }

  /** The named groups of the first match. */
  private static @Nullable JsonNode capture(JsonNode[] given) {
    if (given[0].isNull()) {
      return null;
    }
    ObjectNode groups = JsonNodeFactory.instance.objectNode();
    Matcher matcher = matcher(given);
    if (matcher.find()) {
      for (String name : matcher.namedGroups().keySet()) {
        groups.put(name, matcher.group(name));
      }
    }
    return groups;
  }

  private static @Nullable JsonNode split(JsonNode[] given) {
    if (given[0].isNull()) {
      return null;
    }
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    for (String part : pattern(given[1]).split(new BoundedText(text(given[0])), 0)) {
      parts.add(part);
    }
    return parts;
  }

  private static @Nullable JsonNode replace(JsonNode[] given) {
    if (given[0].isNull()) {
      return null;
    }
    String text = text(given[0]);
    Matcher matcher = matcher(given);
    BoundedResult result = new BoundedResult();
    int from = 0;
    while (matcher.find()) {
      if (matcher.end() == matcher.start()) {
        throw new WrongArgument("a pattern that matches no empty text", given[1]);
      }
      result.add(text.substring(from, matcher.start())).add(text(given[2]));
      from = matcher.end();
    }
    return result.add(text.substring(from)).node();
  }

  private static Matcher matcher(JsonNode[] given) {
    return pattern(given[1]).matcher(new BoundedText(text(given[0])));
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }

  private static Pattern pattern(JsonNode value) {
    if (!value.isTextual()) {
      throw new WrongArgument("a regular expression in a text", value);
    }
    synchronized (PATTERNS) {
      return PATTERNS.computeIfAbsent(value.textValue(), PatternFunctions::compiled);
    }
  }

  private static Pattern compiled(String expression) {
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw new WrongArgument("the regular expression is not one: " + e.getDescription());
    }
  }
}
