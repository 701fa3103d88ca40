package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.sandbox.program.Refusal;

/**
 * The parameter {@code where}, as far as lists of receivables need it: comparisons joined by AND
 * and OR, without brackets.
 */
final class XeroWhere {
  private static final Pattern TERM =
      Pattern.compile("([\\w.]+)\\s*(==|=|!=|<>|>=|<=|>|<)\\s*(.+)");
  private static final Pattern TYPED =
      Pattern.compile("(?i)(guid|datetime)\\s*\\(\\s*\"?([^\")]*)\"?\\s*\\)");
  private static final Pattern MILLIS = Pattern.compile("/Date\\((-?\\d+)[^)]*\\)/");

  private final List<List<Term>> either;

  private record Term(String path, String operator, String value) {}

  private XeroWhere(List<List<Term>> either) {
    this.either = either;
  }

  static XeroWhere of(String where) {
    List<List<Term>> either = new ArrayList<>();
    if (!where.isBlank()) {
      for (String side : where.split("(?i)\\s+OR\\s+|\\|\\|", -1)) {
        List<Term> all = new ArrayList<>();
        for (String part : side.split("(?i)\\s+AND\\s+|&&", -1)) {
          all.add(term(part.strip()));
        }
        either.add(all);
      }
    }
    return new XeroWhere(either);
  }

  boolean fits(JsonNode json) {
    return either.isEmpty()
        || either.stream().anyMatch(all -> all.stream().allMatch(term -> holds(term, json)));
  }

  private static Term term(String text) {
    Matcher matcher = TERM.matcher(text);
    if (!matcher.matches()) {
      throw new Refusal(400, "where could not be read at " + text);
    }
    return new Term(matcher.group(1), matcher.group(2), value(matcher.group(3).strip()));
  }

  private static String value(String text) {
    Matcher typed = TYPED.matcher(text);
    if (typed.matches()) {
      return typed.group(1).equalsIgnoreCase("guid")
          ? typed.group(2).toLowerCase(Locale.ROOT)
          : date(typed.group(2)).toString();
    }
    return text.startsWith("\"") && text.endsWith("\"") && text.length() > 1
        ? text.substring(1, text.length() - 1)
        : text;
  }

  /** {@code 2026, 11, 1} or {@code 2026-11-01}. */
  private static LocalDate date(String text) {
    String[] parts = text.split("\\s*[,-]\\s*", -1);
    if (parts.length < 3) {
      throw new Refusal(400, "where holds a date that could not be read: " + text);
    }
    return LocalDate.of(
        Integer.parseInt(parts[0].strip()),
        Integer.parseInt(parts[1].strip()),
        Integer.parseInt(parts[2].strip().replaceAll("\\D.*", "")));
  }

  private static boolean holds(Term term, JsonNode json) {
    JsonNode node = XeroOrder.value(json, term.path());
    if (node.isMissingNode()) {
      return term.operator().equals("!=") || term.operator().equals("<>");
    }
    int compared = compared(node, term.value());
    return switch (term.operator()) {
      case "==", "=" -> compared == 0;
      case "!=", "<>" -> compared != 0;
      case ">=" -> compared >= 0;
      case "<=" -> compared <= 0;
      case ">" -> compared > 0;
      default -> compared < 0;
    };
  }

  private static int compared(JsonNode node, String value) {
    Matcher millis = MILLIS.matcher(node.asText());
    if (millis.matches()) {
      Instant day = LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
      return Long.compare(Long.parseLong(millis.group(1)), day.toEpochMilli());
    }
    if (node.isNumber()) {
      return node.decimalValue().compareTo(new BigDecimal(value));
    }
    return node.asText().compareTo(value);
  }

  static int compare(JsonNode one, JsonNode other) {
    Matcher first = MILLIS.matcher(one.asText());
    Matcher second = MILLIS.matcher(other.asText());
    if (first.matches() && second.matches()) {
      return Long.compare(Long.parseLong(first.group(1)), Long.parseLong(second.group(1)));
    }
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue());
    }
    return one.asText().compareTo(other.asText());
  }
}
