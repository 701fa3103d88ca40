package org.dunlin.sandbox.program.exact;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.sandbox.program.Refusal;
import org.jspecify.annotations.Nullable;

/** A value in a filter of OData 2, and how a field compares with it. */
final class ODataLiteral {
  private static final Pattern MILLIS = Pattern.compile("/Date\\((-?\\d+)\\)/");
  private static final Pattern TYPED = Pattern.compile("(?i)(guid|datetime)'([^']*)'");
  private static final Pattern NUMBER = Pattern.compile("(-?\\d+(?:\\.\\d+)?)[LlMmDdFf]?");

  private final @Nullable Comparable<?> value;

  private ODataLiteral(@Nullable Comparable<?> value) {
    this.value = value;
  }

  static ODataLiteral of(String text) {
    Matcher typed = TYPED.matcher(text);
    if (typed.matches()) {
      return new ODataLiteral(
          typed.group(1).equalsIgnoreCase("guid")
              ? typed.group(2).toLowerCase(Locale.ROOT)
              : millis(typed.group(2)));
    }
    if (text.startsWith("'")) {
      return new ODataLiteral(text.substring(1, text.length() - 1).replace("''", "'"));
    }
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      return new ODataLiteral(new BigDecimal(number.group(1)));
    }
    return switch (text) {
      case "true" -> new ODataLiteral(true);
      case "false" -> new ODataLiteral(false);
      case "null" -> new ODataLiteral(null);
      default -> throw new Refusal(400, "Syntax error at '" + text + "' in the filter.");
    };
  }

  private static BigDecimal millis(String text) {
    String whole = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
    LocalDateTime moment =
        whole.length() > 10 ? LocalDateTime.parse(whole) : LocalDate.parse(whole).atStartOfDay();
    return BigDecimal.valueOf(moment.toInstant(ZoneOffset.UTC).toEpochMilli());
  }

  boolean fits(JsonNode field, String operator) {
    if (value == null || field.isNull() || field.isMissingNode()) {
      boolean both = value == null && (field.isNull() || field.isMissingNode());
      return operator.equals("eq") ? both : operator.equals("ne") && !both;
    }
    int compared = compared(field, value);
    return switch (operator) {
      case "eq" -> compared == 0;
      case "ne" -> compared != 0;
      case "gt" -> compared > 0;
      case "ge" -> compared >= 0;
      case "lt" -> compared < 0;
      default -> compared <= 0;
    };
  }

  private static int compared(JsonNode field, Comparable<?> value) {
    if (value instanceof BigDecimal number) {
      return number(field).compareTo(number);
    }
    if (value instanceof Boolean flag) {
      return Boolean.compare(field.asBoolean(), flag);
    }
    return field.asText().compareTo(String.valueOf(value));
  }

  static BigDecimal number(JsonNode field) {
    Matcher millis = MILLIS.matcher(field.asText());
    try {
      return new BigDecimal(millis.matches() ? millis.group(1) : field.asText());
    } catch (NumberFormatException e) {
      throw new Refusal(400, "Operator is incompatible with the type of the field.");
    }
  }
}
