package org.dunlin.connectors.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.connectors.program.Template.Part;

/** Finds the placeholders of a string; two braces in a row stand for one that is only a brace. */
final class TemplateParser {
  private static final Pattern PIECE =
      Pattern.compile(
          "\\{\\{|\\}\\}|\\{([a-z][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_-]+)?)((?:\\|[a-z0-9-]+)*)\\}|[{}]");

  private TemplateParser() {}

  static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    StringBuilder fixed = new StringBuilder();
    Matcher piece = PIECE.matcher(text);
    int from = 0;
    while (piece.find()) {
      fixed.append(text, from, piece.start());
      from = piece.end();
      if (piece.group(1) != null) {
        add(fixed, parts);
        parts.add(new Part.Filled(placeholder(piece.group(1), piece.group(2))));
      } else if (piece.group().length() == 2) {
        fixed.append(piece.group().charAt(0));
      } else {
        throw new WrongTemplate(
            "a brace must be part of a placeholder such as {key} or {cursor|rfc3339}, or be doubled"
                + " where it is only a brace");
      }
    }
    fixed.append(text, from, text.length());
    add(fixed, parts);
    return parts;
  }

  private static void add(StringBuilder fixed, List<Part> parts) {
    if (!fixed.isEmpty()) {
      parts.add(new Part.Fixed(fixed.toString()));
      fixed.setLength(0);
    }
  }

  private static Placeholder placeholder(String name, String filters) {
    return new Placeholder(
        name,
        Arrays.stream(filters.split("\\|"))
            .filter(word -> !word.isEmpty())
            .map(TemplateParser::filter)
            .toList());
  }

  private static Filter filter(String word) {
    return Filter.of(word)
        .orElseThrow(
            () ->
                new WrongTemplate(
                    "the filter "
                        + word
                        + " is not known; the filters are "
                        + Stream.of(Filter.values())
                            .map(Filter::word)
                            .collect(Collectors.joining(", "))));
  }
}
