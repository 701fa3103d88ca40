package org.dunlin.connectors.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A string of a request with its placeholders.
 *
 * @param text as it stands in the manifest
 */
public record Template(String text, List<Part> parts) {
  public Template {
    parts = List.copyOf(parts);
  }

  /** A piece of it. */
  public sealed interface Part {
    /** Text as it stands. */
    record Fixed(String text) implements Part {}

    /** What has a value. */
    record Filled(Placeholder placeholder) implements Part {}
  }

  /**
   * Reads a string.
   *
   * @throws WrongTemplate where a brace is not part of a placeholder, or a filter is not known
   */
  static Template of(String text) {
    return new Template(text, TemplateParser.parts(text));
  }

  /** This, and the other behind it. */
  Template then(Template other) {
    List<Part> both = new ArrayList<>(parts);
    both.addAll(other.parts);
    return new Template(text + other.text, both);
  }

  /** The placeholders in their order. */
  public List<Placeholder> placeholders() {
    return parts.stream()
        .filter(Part.Filled.class::isInstance)
        .map(part -> ((Part.Filled) part).placeholder())
        .toList();
  }

  /**
   * The text with all values; empty where one of them is not there.
   *
   * @throws NoValue where a filter cannot give form to a value
   */
  public Optional<String> fill(Facts facts) {
    return joined(facts, Value::plain);
  }

  /**
   * The text with all values.
   *
   * @throws NoValue where one of them is not there, or a filter cannot give form to it
   */
  public String filled(Facts facts) {
    return fill(facts).orElseThrow(() -> missing(facts));
  }

  /**
   * The value with its type, where the string is nothing but one placeholder; else the text.
   *
   * @throws NoValue where a filter cannot give form to a value
   */
  public Optional<Value> value(Facts facts) {
    if (parts.size() == 1 && parts.get(0) instanceof Part.Filled only) {
      return only.placeholder().value(facts);
    }
    return fill(facts).map(Value::of);
  }

  /**
   * The text as an address without its query: values are percent-encoded, but one with which the
   * address begins.
   *
   * @throws NoValue where a value is not there or would lead elsewhere
   */
  public String address(Facts facts) {
    StringBuilder address = new StringBuilder();
    for (Part part : parts) {
      address.append(
          switch (part) {
            case Part.Fixed fixed -> PercentEncoding.legal(fixed.text());
            case Part.Filled filled -> {
              String value =
                  filled.placeholder().value(facts).orElseThrow(() -> missing(facts)).plain();
              yield address.isEmpty() ? withoutSlash(value) : segment(value, filled.placeholder());
            }
          });
    }
    return address.toString();
  }

  /** The problem that a value is not there. */
  NoValue missing(Facts facts) {
    String names =
        placeholders().stream()
            .map(Placeholder::name)
            .filter(name -> facts.value(name).isEmpty())
            .map(name -> "{" + name + "}")
            .distinct()
            .collect(Collectors.joining(", "));
    return new NoValue("The request needs a value of " + names + ", which is not known.");
  }

  private Optional<String> joined(Facts facts, Function<Value, String> form) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Part.Fixed fixed -> text.append(fixed.text());
        case Part.Filled filled -> {
          Optional<Value> value = filled.placeholder().value(facts);
          if (value.isEmpty()) {
            return Optional.empty();
          }
          text.append(form.apply(value.get()));
        }
      }
    }
    return Optional.of(text.toString());
  }

  private static String withoutSlash(String base) {
    return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  private static String segment(String value, Placeholder placeholder) {
    if (value.equals(".") || value.equals("..") || value.isEmpty()) {
      throw new NoValue(
          "The value of {"
              + placeholder.name()
              + "} cannot stand in an address; it is empty or dots.");
    }
    return PercentEncoding.of(value);
  }

  @Override
  public String toString() {
    return text;
  }
}
