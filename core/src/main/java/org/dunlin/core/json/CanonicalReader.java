package org.dunlin.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Problem;

/**
 * Reads records from JSON Lines in UTF-8, strictly: an unknown field, a number where a decimal
 * string belongs, or a value outside its words is refused. A line that is refused becomes a {@link
 * Problem} that names it; the lines after it are read.
 */
public final class CanonicalReader {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .reader();

  private final String source;
  private final CurrenciesSeen currencies = new CurrenciesSeen();

  /**
   * @param source what a problem names as the place: a file or a connection
   */
  public CanonicalReader(String source) {
    this.source = source;
  }

  /**
   * Hands every record, and a problem for every line that is refused, to the sink in the order of
   * the stream. The same reader may read several streams after each other, when a later one speaks
   * of invoices of an earlier one.
   *
   * @throws IOException when the stream cannot be read
   */
  public void read(InputStream stream, Consumer<CanonicalRecord> sink) throws IOException {
    Lines lines = new Lines(stream);
    while (lines.next()) {
      try {
        line(lines).ifPresent(sink);
      } catch (Refused refused) {
        sink.accept(
            new Problem(source, "line " + lines.number(), refused.code(), refused.sentence()));
      }
    }
  }

  /**
   * The record of one line, or the problem, without a position, that it becomes; empty for a blank
   * line and for one that says which form follows.
   */
  public Optional<CanonicalRecord> record(String line) {
    try {
      return taken(line);
    } catch (Refused refused) {
      return Optional.of(new Problem(source, null, refused.code(), refused.sentence()));
    }
  }

  private Optional<CanonicalRecord> line(Lines lines) {
    if (lines.tooLong()) {
      throw new Refused("LINE_TOO_LONG", "a line may have at most " + Lines.LONGEST + " bytes");
    }
    return taken(utf8(lines.bytes()));
  }

  private Optional<CanonicalRecord> taken(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    Optional<CanonicalRecord> record = RecordTypes.read(new Fields(parse(text), ""), currencies);
    record.ifPresent(currencies::note);
    return record;
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
      throw new Refused(
          "NOT_JSON",
          "column " + column + ": one JSON object a line is expected; " + e.getOriginalMessage());
    } catch (NumberFormatException e) {
      throw new Refused("NOT_JSON", "a number has an exponent that is too large");
    }
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Refused("NOT_UTF8", "the line is not UTF-8; save the file in that encoding");
    }
  }
}
