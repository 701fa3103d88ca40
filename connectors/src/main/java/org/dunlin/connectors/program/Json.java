package org.dunlin.connectors.program;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of programs: decimals as they are written, and neither deeper nor larger than an answer
 * of a program may be.
 */
public final class Json {
  /** How deep an answer may be. */
  static final int DEEPEST = 100;

  /** How many characters an answer may have; a page of 1,000 invoices has some millions. */
  static final int LARGEST = 16 << 20;

  /** How many values and names an answer may have: each takes many times its own characters. */
  static final int MOST_TOKENS = 1_000_000;

  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxDocumentLength(LARGEST)
                          .maxTokenCount(MOST_TOKENS)
                          .maxStringLength(16 << 20)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .nodeFactory(new SoundNumbers())
          .build();

  private Json() {}

  /** Refuses numbers that would take for ever to write out, such as 1e999999999. */
  private static final class SoundNumbers extends JsonNodeFactory {
    private static final long serialVersionUID = 1;
    private static final int MOST_DIGITS = 400;

    @Override
    public ValueNode numberNode(@Nullable BigDecimal number) {
      if (number != null && Math.abs((long) number.scale()) > MOST_DIGITS) {
        throw new NotJson("This is not JSON that can be read: a number has too large an exponent.");
      }
      return super.numberNode(number);
    }
  }

  /**
   * Reads one value; a missing node of nothing at all.
   *
   * @throws NotJson where it is none, or too deep or too large
   */
  public static JsonNode read(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (IOException e) {
      throw refused(e);
    }
  }

  /**
   * Reads one value; a missing node of nothing at all.
   *
   * @throws NotJson where it is none, or too deep or too large
   * @throws IOException where the stream itself fails
   */
  public static JsonNode read(InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new NotJson("This answer is larger than the " + (LARGEST >> 20) + " MB that are read.");
    }
    return read(bytes);
  }

  /** The value as it is sent. */
  public static byte[] write(JsonNode value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value as a text of JSON. */
  static String written(JsonNode value) {
    return new String(write(value), StandardCharsets.UTF_8);
  }

  /** A text, a number or a flag as text; empty for all else, and for an empty text. */
  public static Optional<String> text(@Nullable JsonNode value) {
    if (value == null || !value.isValueNode() || value.isNull()) {
      return Optional.empty();
    }
    String text = value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** Whether it is something: not nothing, not false, not an empty text, list or object. */
  public static boolean something(@Nullable JsonNode value) {
    if (value == null || value.isMissingNode() || value.isNull()) {
      return false;
    }
    return switch (value.getNodeType()) {
      case BOOLEAN -> value.booleanValue();
      case STRING -> !value.textValue().isEmpty();
      case ARRAY, OBJECT -> !value.isEmpty();
      case NUMBER, BINARY, POJO -> true;
      case NULL, MISSING -> false;
    };
  }

  private static NotJson refused(IOException e) {
    if (e instanceof JsonProcessingException json) {
      String place =
          json.getLocation() == null
              ? ""
              : " at line "
                  + json.getLocation().getLineNr()
                  + ", column "
                  + json.getLocation().getColumnNr();
      return new NotJson("This is not JSON that can be read" + place + ": " + said(json));
    }
    return new NotJson("This is not JSON that can be read.");
  }

  /** What is wrong, without the content. */
  private static String said(JsonProcessingException e) {
    return String.valueOf(e.getOriginalMessage());
  }
}
