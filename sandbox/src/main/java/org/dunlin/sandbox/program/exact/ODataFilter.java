package org.dunlin.sandbox.program.exact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.sandbox.program.Refusal;

/** Reads {@code $filter}: comparisons joined by and, or and brackets, and trim of a field. */
final class ODataFilter {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*((?i:guid|datetime)'[^']*'|'(?:[^']|'')*'|trim\\(\\w+\\)|[()]|[^\\s()']+)");
  private static final Set<String> OPERATORS = Set.of("eq", "ne", "gt", "ge", "lt", "le");

  private final List<String> tokens;
  private final Set<String> fields;
  private int next;

  private ODataFilter(List<String> tokens, Set<String> fields) {
    this.tokens = tokens;
    this.fields = fields;
  }

  /**
   * Which rows fit.
   *
   * @param fields that the entity has
   */
  static Predicate<JsonNode> of(String text, Set<String> fields) {
    if (text.isBlank()) {
      return row -> true;
    }
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text.strip());
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    ODataFilter filter = new ODataFilter(tokens, fields);
    Predicate<JsonNode> fits = filter.either();
    if (filter.next < tokens.size() || end < text.strip().length()) {
      throw new Refusal(400, "Syntax error in the filter '" + text + "'.");
    }
    return fits;
  }

  private Predicate<JsonNode> either() {
    Predicate<JsonNode> fits = all();
    while (taken("or")) {
      fits = fits.or(all());
    }
    return fits;
  }

  private Predicate<JsonNode> all() {
    Predicate<JsonNode> fits = term();
    while (taken("and")) {
      fits = fits.and(term());
    }
    return fits;
  }

  private Predicate<JsonNode> term() {
    if (taken("(")) {
      Predicate<JsonNode> fits = either();
      if (!taken(")")) {
        throw new Refusal(400, "A bracket of the filter is not closed.");
      }
      return fits;
    }
    String token = token();
    boolean trimmed = token.startsWith("trim(");
    String field = trimmed ? token.substring(5, token.length() - 1) : token;
    if (!fields.contains(field)) {
      throw ODataFields.unknown(field);
    }
    String operator = token();
    if (!OPERATORS.contains(operator)) {
      throw new Refusal(400, "Syntax error at '" + operator + "' in the filter.");
    }
    ODataLiteral literal = ODataLiteral.of(token());
    return row -> literal.fits(trimmed ? trimmed(row.path(field)) : row.path(field), operator);
  }

  private static JsonNode trimmed(JsonNode field) {
    return TextNode.valueOf(field.asText().strip());
  }

  private boolean taken(String token) {
    if (next < tokens.size() && tokens.get(next).equals(token)) {
      next++;
      return true;
    }
    return false;
  }

  private String token() {
    if (next >= tokens.size()) {
      throw new Refusal(400, "The filter ends too early.");
    }
    return tokens.get(next++);
  }
}
