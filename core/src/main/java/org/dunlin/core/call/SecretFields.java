package org.dunlin.core.call;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks the values of fields whose names say that they are secrets, in JSON, XML and forms. The
 * text need not be whole, nor well-formed.
 */
final class SecretFields {
  private static final Pattern JSON_NAME =
      Pattern.compile("\\\\?\"([\\w.$ -]{1,64})\\\\?\"\\s{0,20}:\\s{0,20}");

  /** Text and sections of CDATA (XML 1.0, 2.7), the last of which may be cut. */
  private static final String XML_TEXT =
      "(?=[^<]|<!\\[CDATA\\[)[^<]*+(?:<!\\[CDATA\\[(?s:.*?)(?:]]>|\\z)[^<]*+){0,20}+";

  private static final Pattern XML_ELEMENT =
      Pattern.compile("<(?:[\\w.-]{1,40}:)?([\\w.-]{1,64})(?:\\s[^<>]{0,500})?>(" + XML_TEXT + ")");

  /** A field of a form, a parameter of an address, an attribute. */
  private static final Pattern ASSIGNED =
      Pattern.compile("([\\w.\\[\\]-]{1,64})=(\"[^\"]*+\"?|'[^']*+'?|[^&\\s\"'<>;,]+)");

  private SecretFields() {}

  static String masked(String text) {
    String json = json(text);
    String xml =
        XML_ELEMENT
            .matcher(json)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        SecretNames.field(found.group(1))
                            ? found.group().substring(0, found.start(2) - found.start())
                                + Masks.MASK
                            : found.group()));
    return ASSIGNED
        .matcher(xml)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    SecretNames.field(found.group(1))
                        ? found.group(1) + "=" + Masks.MASK
                        : found.group()));
  }

  private static String json(String text) {
    StringBuilder masked = new StringBuilder(text.length());
    Matcher name = JSON_NAME.matcher(text);
    int copied = 0;
    int from = 0;
    while (name.find(from)) {
      from = name.end();
      if (SecretNames.field(name.group(1))) {
        int end = endOfValue(text, name.end());
        if (end > name.end() && !isEmpty(text.substring(name.end(), end))) {
          masked.append(text, copied, name.end()).append('"').append(Masks.MASK).append('"');
          copied = end;
          from = end;
        }
      }
    }
    return masked.append(text, copied, text.length()).toString();
  }

  private static boolean isEmpty(String value) {
    return switch (value) {
      case "null", "true", "false", "\"\"", "{}", "[]" -> true;
      default -> false;
    };
  }

  /** Where a value that begins here ends; the end of the text where it is cut. */
  private static int endOfValue(String text, int from) {
    if (from >= text.length()) {
      return from;
    }
    return switch (text.charAt(from)) {
      case '"' -> endOfString(text, from + 1);
      case '[', '{' -> endOfNested(text, from);
      case '\\' -> endOfEscaped(text, from);
      default -> endOfPlain(text, from);
    };
  }

  private static int endOfString(String text, int from) {
    for (int at = from; at < text.length(); at++) {
      if (text.charAt(at) == '\\') {
        at++;
      } else if (text.charAt(at) == '"') {
        return at + 1;
      }
    }
    return text.length();
  }

  /** Of a string inside a string, whose quotes are escaped once. */
  private static int endOfEscaped(String text, int from) {
    int end = text.indexOf("\\\"", from + 2);
    return end < 0 ? text.length() : end + 2;
  }

  private static int endOfNested(String text, int from) {
    int depth = 0;
    int at = from;
    while (at < text.length()) {
      char each = text.charAt(at);
      if (each == '"') {
        at = endOfString(text, at + 1);
        continue;
      }
      depth += each == '[' || each == '{' ? 1 : each == ']' || each == '}' ? -1 : 0;
      at++;
      if (depth == 0) {
        return at;
      }
    }
    return text.length();
  }

  private static int endOfPlain(String text, int from) {
    int at = from;
    while (at < text.length() && ",]}\n\r".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}
