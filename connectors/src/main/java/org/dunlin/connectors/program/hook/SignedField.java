package org.dunlin.connectors.program.hook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The bytes of one field of a body, exactly as they came, since a signature is over them. A body
 * with the field twice has none: what is signed would be one and what is read the other.
 */
final class SignedField {
  private static final int DEEPEST = 100;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private SignedField() {}

  static Optional<byte[]> of(byte[] body, String field) {
    try (JsonParser parser = FACTORY.createParser(body)) {
      return parser.nextToken() == JsonToken.START_OBJECT ? found(parser, body, field) : none();
    } catch (IOException e) {
      return none();
    }
  }

  /** Reads on to the end, so that a second field of the name is noticed. */
  private static Optional<byte[]> found(JsonParser parser, byte[] body, String field)
      throws IOException {
    Optional<byte[]> found = none();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = field.equals(parser.currentName());
      parser.nextToken();
      int from = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
      parser.skipChildren();
      parser.finishToken();
      int to = Math.toIntExact(parser.currentLocation().getByteOffset());
      if (wanted) {
        found = Optional.of(Arrays.copyOfRange(body, from, to));
      }
    }
    return found;
  }

  private static Optional<byte[]> none() {
    return Optional.empty();
  }
}
