package org.dunlin.work.contract.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The query language: a subset of SQL with paging, of which 100 rows are the default. */
record QuickBooksQuery(
    String selected,
    String entity,
    List<Term> where,
    @Nullable String order,
    boolean descending,
    int start,
    int most) {
  private static final int MOST = 1000;
  private static final Pattern QUERY =
      Pattern.compile(
          "select\\s+(?<what>\\*|[\\w., ]+?)\\s+from\\s+(?<entity>\\w+)"
              + "(?:\\s+where\\s+(?<where>.+?))?"
              + "(?:\\s+order\\s?by\\s+(?<order>[\\w.]+)(?<way>\\s+(?:asc|desc))?)?"
              + "(?:\\s+startposition\\s+(?<start>\\d+))?"
              + "(?:\\s+maxresults\\s+(?<most>\\d+))?\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TERM =
      Pattern.compile(
          "(?<name>[\\w.]+)\\s*(?<how>=|>=|<=|>|<|in)\\s*(?:'(?<text>[^']*)'|\\((?<list>[^)]*)\\)|(?<bare>\\w+))",
          Pattern.CASE_INSENSITIVE);

  /** A query that is none. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    Wrong(String message) {
      super(message);
    }
  }

  /** A comparison of a property with one value, or with several of which one must be it. */
  record Term(String name, String how, List<String> values) {
    boolean holds(ObjectNode object) {
      JsonNode value = object.at("/" + name.replace('.', '/'));
      int order = compared(value.asText(), values.getFirst());
      return switch (how) {
        case "in" -> values.contains(value.asText());
        case "=" -> order == 0;
        case ">=" -> order >= 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        default -> order < 0;
      };
    }

    private int compared(String value, String with) {
      return name.startsWith("MetaData.")
          ? OffsetDateTime.parse(value)
              .toInstant()
              .compareTo(OffsetDateTime.parse(with).toInstant())
          : value.compareTo(with);
    }
  }

  static QuickBooksQuery parse(String text) throws Wrong {
    Matcher query = QUERY.matcher(text.strip());
    if (!query.matches()) {
      throw new Wrong("QueryParserError: Encountered \" " + text + "\"");
    }
    List<Term> where = terms(query.group("where"));
    int most = query.group("most") == null ? 100 : Integer.parseInt(query.group("most"));
    if (most > MOST) {
      throw new Wrong("QueryValidationError: maxresults may not exceed " + MOST);
    }
    return new QuickBooksQuery(
        query.group("what").strip(),
        query.group("entity"),
        where,
        query.group("order"),
        query.group("way") != null && query.group("way").strip().equalsIgnoreCase("desc"),
        query.group("start") == null ? 1 : Integer.parseInt(query.group("start")),
        most);
  }

  private static List<Term> terms(@Nullable String where) throws Wrong {
    if (where == null) {
      return List.of();
    }
    List<Term> terms = new ArrayList<>();
    for (String part : where.split("(?i)\\s+and\\s+")) {
      Matcher term = TERM.matcher(part.strip());
      if (!term.matches()) {
        throw new Wrong("QueryParserError: Encountered \" " + part + "\"");
      }
      terms.add(
          new Term(term.group("name"), term.group("how").toLowerCase(Locale.ROOT), values(term)));
    }
    return terms;
  }

  private static List<String> values(Matcher term) {
    if (term.group("list") != null) {
      return Stream.of(term.group("list").split(","))
          .map(each -> each.strip().replace("'", ""))
          .toList();
    }
    String text = term.group("text");
    return List.of(text != null ? text : term.group("bare"));
  }

  /** The rows of the page. What is inactive is left out where nobody asks for it. */
  List<ObjectNode> of(Collection<ObjectNode> all) {
    Predicate<ObjectNode> active =
        where.stream().anyMatch(term -> term.name().equals("Active"))
            ? each -> true
            : each -> each.path("Active").asBoolean(true);
    Comparator<ObjectNode> byOrder = Comparator.comparing(each -> ordered(each));
    return all.stream()
        .filter(active)
        .filter(each -> where.stream().allMatch(term -> term.holds(each)))
        .sorted(descending ? byOrder.reversed() : byOrder)
        .skip(start - 1L)
        .limit(most)
        .map(this::projected)
        .toList();
  }

  private String ordered(ObjectNode object) {
    return order == null || order.equals("Id")
        ? "%09d".formatted(object.path("Id").asInt())
        : object.at("/" + order.replace('.', '/')).asText();
  }

  private ObjectNode projected(ObjectNode object) {
    if (selected.equals("*")) {
      return object;
    }
    ObjectNode part =
        JsonNodeFactory.instance.objectNode().put("domain", "QBO").put("sparse", true);
    for (String name : selected.split(",")) {
      part.set(name.strip(), object.path(name.strip()));
    }
    return part;
  }
}
