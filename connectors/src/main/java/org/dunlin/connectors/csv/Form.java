package org.dunlin.connectors.csv;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.dunlin.connectors.yaml.Faults;
import org.dunlin.connectors.yaml.YamlSchema;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.PaymentKind;
import org.jspecify.annotations.Nullable;

/** The fields of a description that is of the form of the schema. */
final class Form {
  private final JsonNode root;
  private final ToIntFunction<String> lines;
  private final String file;
  private final Faults faults;

  Form(JsonNode root, ToIntFunction<String> lines, String file, Faults faults) {
    this.root = root;
    this.lines = lines;
    this.file = file;
    this.faults = faults;
  }

  /** Notes what is wrong beyond the form. */
  void fault(String pointer, String sentence) {
    String place = pointer.isEmpty() ? "The description" : YamlSchema.place(pointer);
    faults.add(file, lines.applyAsInt(pointer), place + ": " + sentence);
  }

  /** The name that the file must bear. */
  String fileName() {
    return file;
  }

  Description description() {
    boolean header = !root.path("header").isBoolean() || root.path("header").booleanValue();
    return new Description(
        root.path("description").asText(),
        root.path("title").asText(),
        Kind.of(root.path("kind").asText()),
        texts(root.path("delimiter")).stream().map(Form::character).toList(),
        quote(),
        encoding(),
        header ? 0 : root.path("width").intValue(),
        columns(),
        constants(),
        labels(),
        new DateStyle(patterns(), language()),
        numbers(),
        signs(),
        words("kinds", PaymentKind::valueOf),
        words("statuses", InvoiceStatus::valueOf),
        words("types", InvoiceKind::valueOf),
        filters(),
        Undated.of(root.path("undated").asText("refuse")),
        names(root.path("end"), "*"),
        Balances.of(root.path("balances").asText("ignore")),
        root.path("lines").asBoolean(false));
  }

  List<String> patterns() {
    return texts(root.path("dates"));
  }

  Locale language() {
    return Locale.of(root.path("language").asText("en"));
  }

  boolean says(String name) {
    return root.has(name);
  }

  private static char character(String text) {
    return text.equals("tab") ? '\t' : text.charAt(0);
  }

  private @Nullable Character quote() {
    String text = root.path("quote").asText("\"");
    return text.equals("none") ? null : Character.valueOf(text.charAt(0));
  }

  private @Nullable Charset encoding() {
    String name = root.path("encoding").asText("");
    try {
      return name.isEmpty() ? null : Charset.forName(name);
    } catch (UnsupportedCharsetException e) {
      fault(
          "/encoding", "nobody knows the encoding " + name + "; UTF-8 and windows-1252 are known.");
      return null;
    }
  }

  private Map<Target, ColumnSource> columns() {
    Map<Target, ColumnSource> columns = new EnumMap<>(Target.class);
    root.path("columns")
        .properties()
        .forEach(
            each ->
                columns.put(
                    Target.of(each.getKey()),
                    source(each.getValue(), "/columns/" + each.getKey(), false)));
    return columns;
  }

  private ColumnSource source(JsonNode said, String pointer, boolean optional) {
    if (said.has("optional")) {
      return source(said.path("optional"), pointer, true);
    }
    boolean joined = said.has("join");
    JsonNode names = joined ? said.path("join") : said;
    if (names.isIntegralNumber()) {
      return new ColumnSource(List.of(), false, names.intValue(), optional);
    }
    for (String name : texts(names)) {
      if (ColumnName.isAny(name)) {
        fault(pointer, "a name that any column would have is none.");
      }
    }
    return new ColumnSource(names(names, ""), joined, 0, optional);
  }

  private Map<Target, String> constants() {
    Map<Target, String> constants = new EnumMap<>(Target.class);
    root.path("constants")
        .properties()
        .forEach(each -> constants.put(Target.of(each.getKey()), each.getValue().asText()));
    return constants;
  }

  private Map<Label, List<ColumnName>> labels() {
    Map<Label, List<ColumnName>> labels = new EnumMap<>(Label.class);
    root.path("labels")
        .properties()
        .forEach(each -> labels.put(Label.of(each.getKey()), names(each.getValue(), "")));
    return labels;
  }

  private NumberStyle numbers() {
    JsonNode said = root.path("numbers");
    Set<Character> groups = new HashSet<>();
    for (String group : texts(said.path("group"))) {
      if (!group.equals("none")) {
        groups.add(group.charAt(0));
      }
    }
    return new NumberStyle(
        said.path("decimal").asText(".").charAt(0),
        groups,
        said.path("sign").asText("").equals("behind"),
        said.path("parentheses").asBoolean(false));
  }

  private Signs signs() {
    return new Signs(
        normal(root.path("marks").path("debit")),
        normal(root.path("marks").path("credit")),
        root.path("debits").asText("").equals("negative"),
        root.path("positive").asText("").equals("out"),
        root.path("fees").asText("").equals("positive"));
  }

  private <T> Words<T> words(String name, Function<String, T> meaning) {
    Map<String, T> meanings = new HashMap<>();
    for (Map.Entry<String, JsonNode> each : root.path(name).properties()) {
      for (String word : normal(each.getValue())) {
        T other = meanings.put(word, meaning.apply(each.getKey()));
        if (other != null) {
          fault("/" + name, word + " stands here with two meanings; keep one.");
        }
      }
    }
    return new Words<>(meanings);
  }

  private List<Filter> filters() {
    List<Filter> filters = new ArrayList<>();
    for (String name : List.of("only", "without")) {
      for (Map.Entry<String, JsonNode> each : root.path(name).properties()) {
        Set<String> values = normal(each.getValue());
        filters.add(new Filter(ColumnName.of(each.getKey()), values, name.equals("only")));
      }
    }
    return filters;
  }

  private static Set<String> normal(JsonNode said) {
    Set<String> normal = new LinkedHashSet<>();
    texts(said).forEach(each -> normal.add(ColumnName.normal(each)));
    return normal;
  }

  private static List<ColumnName> names(JsonNode said, String more) {
    return texts(said).stream().map(each -> ColumnName.of(each + more)).toList();
  }

  private static List<String> texts(JsonNode said) {
    List<String> texts = new ArrayList<>();
    if (said.isArray()) {
      said.forEach(each -> texts.add(each.asText()));
    } else if (!said.isMissingNode()) {
      texts.add(Objects.requireNonNull(said.asText()));
    }
    return texts;
  }
}
