package org.dunlin.core.dunning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dunlin.core.model.WritableText;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The fields of one YAML mapping, each asked for by name; what nobody asked for is refused. */
final class YamlFields {
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{1,4})?");
  private static final Pattern COUNT = Pattern.compile("\\d{1,6}");

  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, PlanPlace> places = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final PlanPlace place;

  YamlFields(MappingNode mapping, PlanPlace outer) {
    this.place = named(mapping, outer.at(line(mapping)));
    for (NodeTuple tuple : mapping.getValue()) {
      PlanPlace at = place.at(line(tuple.getKeyNode()));
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw at.refused("NOT_YAML", "a name is expected before the colon");
      }
      if (values.put(key.getValue(), tuple.getValueNode()) != null) {
        throw at.refused("DUPLICATE", key.getValue() + " stands here twice; keep one");
      }
      places.put(key.getValue(), at);
    }
  }

  String text(String name) {
    String text = optionalText(name);
    if (text == null) {
      throw missing(name);
    }
    return text;
  }

  @Nullable String optionalText(String name) {
    Node node = find(name);
    if (node == null) {
      return null;
    }
    if (!(node instanceof ScalarNode scalar) || !WritableText.is(scalar.getValue())) {
      throw wrong(name, "a text that is not blank");
    }
    return scalar.getValue();
  }

  /** A text that a pattern or parser takes; null from the parser refuses it. */
  <T> @Nullable T optional(String name, String expected, Function<String, @Nullable T> parser) {
    String text = optionalText(name);
    if (text == null) {
      return null;
    }
    T value = parser.apply(text);
    if (value == null) {
      throw wrong(name, expected);
    }
    return value;
  }

  <E extends Enum<E>> @Nullable E optionalOneOf(String name, Class<E> words) {
    List<E> known = List.of(words.getEnumConstants());
    return optional(
        name,
        "one of " + String.join(", ", known.stream().map(Enum::name).toList()),
        text -> known.stream().filter(word -> word.name().equals(text)).findFirst().orElse(null));
  }

  int count(String name, int otherwise) {
    Integer count =
        optional(
            name,
            "a whole number that is not negative",
            text -> COUNT.matcher(text).matches() ? Integer.valueOf(text) : null);
    return count == null ? otherwise : count;
  }

  boolean truth(String name, boolean otherwise) {
    Boolean truth = optionalTruth(name);
    return truth == null ? otherwise : truth;
  }

  @Nullable Boolean optionalTruth(String name) {
    return optional(
        name,
        "true or false",
        text ->
            switch (text) {
              case "true" -> Boolean.TRUE;
              case "false" -> Boolean.FALSE;
              default -> null;
            });
  }

  /** Amounts by currency: {@code {EUR: "5.00"}}. */
  Map<CurrencyUnit, Money> amounts(String name) {
    Map<CurrencyUnit, Money> amounts = new TreeMap<>();
    YamlFields inner = optionalObject(name);
    if (inner != null) {
      for (String code : inner.values.keySet()) {
        Money amount =
            inner.optional(code, "an amount such as \"5.00\"", text -> money(code, text));
        if (amount != null) {
          amounts.put(amount.getCurrencyUnit(), amount);
        }
      }
    }
    return amounts;
  }

  @Nullable YamlFields optionalObject(String name) {
    Node node = find(name);
    if (node == null) {
      return null;
    }
    if (!(node instanceof MappingNode mapping)) {
      throw wrong(name, "names and values in braces or indented");
    }
    return new YamlFields(mapping, place);
  }

  /** A list of texts, each once; empty where the field is absent. */
  List<String> texts(String name, String each) {
    Node node = find(name);
    if (node == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Node element : elements(name, node)) {
      if (!(element instanceof ScalarNode scalar)
          || !WritableText.is(scalar.getValue())
          || texts.contains(scalar.getValue())) {
        throw wrong(name, each);
      }
      texts.add(scalar.getValue());
    }
    if (texts.isEmpty()) {
      throw wrong(name, each);
    }
    return texts;
  }

  /** A list of words, each once; empty where the field is absent. */
  <E extends Enum<E>> List<E> words(String name, Class<E> words) {
    List<E> known = List.of(words.getEnumConstants());
    List<String> names = known.stream().map(Enum::name).toList();
    String each = "a list of words, each once, of " + String.join(", ", names) + ",";
    List<E> found = new ArrayList<>();
    for (String text : texts(name, each)) {
      if (!names.contains(text)) {
        throw wrong(name, each);
      }
      found.add(known.get(names.indexOf(text)));
    }
    return found;
  }

  private List<Node> elements(String name, Node node) {
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong(name, "a list");
    }
    return sequence.getValue();
  }

  <T> List<T> objects(String name, String each, Function<YamlFields, T> reader) {
    Node node = find(name);
    if (node == null) {
      throw missing(name);
    }
    List<T> objects = new ArrayList<>();
    for (Node element : elements(name, node)) {
      PlanPlace at = place.in(each).at(line(element));
      if (!(element instanceof MappingNode mapping)) {
        throw at.refused("WRONG_VALUE", "a " + each + " in braces or indented is expected");
      }
      YamlFields fields = new YamlFields(mapping, at);
      objects.add(reader.apply(fields));
      fields.end();
    }
    return objects;
  }

  /** Refuses what nobody asked for. */
  void end() {
    for (String name : values.keySet()) {
      if (!asked.contains(name) && !name.startsWith("x-")) {
        throw at(name)
            .refused(
                "UNKNOWN_FIELD",
                name + " is not known here; correct or remove it (x- names are ignored)");
      }
    }
  }

  PlanRefused missing(String name) {
    return place.refused("MISSING_FIELD", name + " is required");
  }

  PlanRefused wrong(String name, String expected) {
    String shown =
        values.get(name) instanceof ScalarNode scalar
            ? ", not " + shortened(scalar.getValue())
            : "";
    return at(name).refused("WRONG_VALUE", name + ": " + expected + " is expected" + shown);
  }

  PlanRefused duplicate(String name, String sentence) {
    return at(name).refused("DUPLICATE", sentence);
  }

  private PlanPlace at(String name) {
    return places.getOrDefault(name, place);
  }

  private @Nullable Node find(String name) {
    asked.add(name);
    Node node = values.get(name);
    boolean empty = node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    return empty ? null : node;
  }

  /** Adds the id to the place, so that a problem names its plan or step. */
  private static PlanPlace named(MappingNode mapping, PlanPlace place) {
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key
          && key.getValue().equals("id")
          && tuple.getValueNode() instanceof ScalarNode id) {
        return new PlanPlace(
            place.source(), place.line(), place.inside() + " " + shortened(id.getValue()));
      }
    }
    return place;
  }

  private static @Nullable Money money(String code, String text) {
    try {
      return DECIMAL.matcher(text).matches()
          ? Money.of(CurrencyUnit.of(code), new BigDecimal(text))
          : null;
    } catch (IllegalCurrencyException | ArithmeticException e) {
      return null;
    }
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
