package org.dunlin.connectors.jslt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.schibsted.spt.data.jslt.Function;
import java.util.List;
import java.util.Locale;
import org.dunlin.connectors.jslt.Named.WrongArgument;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;
import org.jspecify.annotations.Nullable;

/** Texts, and what stands in them. */
final class TextFunctions {
  private static final int MOST_ARGUMENTS = 64;
  private static final int DEEPEST = 50;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private TextFunctions() {}

  static List<Function> all() {
    return List.of(
        new Named("upper", 1, 1, TextFunctions::upper),
        new Named("one-line", 1, 1, TextFunctions::oneLine),
        new Named("blank", 1, 1, given -> BooleanNode.valueOf(Arguments.nothing(given[0]))),
        new Named("first", 1, MOST_ARGUMENTS, TextFunctions::first),
        new Named("country", 1, 1, TextFunctions::country),
        new Named("iban", 1, 1, TextFunctions::iban),
        new Named("join", 2, 2, TextFunctions::join),
        new Named("from-json", 1, 2, TextFunctions::fromJson));
  }

  private static @Nullable JsonNode upper(JsonNode[] given) {
    String text = Arguments.text(given[0]);
    return Arguments.written(text == null ? null : text.toUpperCase(Locale.ROOT));
  }

  private static @Nullable JsonNode oneLine(JsonNode[] given) {
    String text = Arguments.text(given[0]);
    return Arguments.written(
        text == null ? null : text.replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip());
  }

  /**
   * The first value that is there; a flag of false is not, since some programs write nothing so.
   */
  private static @Nullable JsonNode first(JsonNode[] given) {
    for (JsonNode each : given) {
      if (!Arguments.nothing(each) && !(each.isContainerNode() && each.isEmpty())) {
        return each;
      }
    }
    return null;
  }

  private static @Nullable JsonNode country(JsonNode[] given) {
    String text = Arguments.text(given[0]);
    return Arguments.written(text == null ? null : Countries.code(text));
  }

  private static @Nullable JsonNode iban(JsonNode[] given) {
    String text = Arguments.text(given[0]);
    if (text == null) {
      return null;
    }
    String iban = text.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
    try {
      IbanUtil.validate(iban);
      return Arguments.written(iban);
    } catch (Iban4jException e) {
      return null;
    }
  }

  private static @Nullable JsonNode join(JsonNode[] given) {
    if (given[0].isNull()) {
      return null;
    }
    if (!given[0].isArray()) {
      throw new WrongArgument("a list", given[0]);
    }
    BoundedResult joined = new BoundedResult();
    String between = given[1].asText();
    for (int index = 0; index < given[0].size(); index++) {
      JsonNode each = given[0].get(index);
      joined
          .add(index == 0 ? "" : between)
          .add(each.isTextual() ? each.textValue() : each.toString());
    }
    return joined.node();
  }

  /** Without numbers that would take for ever to write out. */
  private static JsonNode sound(JsonNode value) {
    if (value.isBigDecimal()) {
      Arguments.decimal(value);
    }
    value.forEach(TextFunctions::sound);
    return value;
  }

  private static @Nullable JsonNode fromJson(JsonNode[] given) {
    if (given[0].isNull()) {
      return null;
    }
    try {
      return sound(JSON.readTree(given[0].asText()));
    } catch (JsonProcessingException | WrongArgument e) {
      if (given.length > 1) {
        return given[1];
      }
      throw new WrongArgument("JSON in a text", given[0]);
    }
  }
}
