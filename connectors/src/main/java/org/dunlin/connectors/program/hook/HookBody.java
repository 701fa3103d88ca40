package org.dunlin.connectors.program.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.dunlin.connectors.program.Json;

/** The body of a call as JSON; the fields of a form become those of an object. */
final class HookBody {
  private static final String FORM = "application/x-www-form-urlencoded";

  private HookBody() {}

  /**
   * Reads it.
   *
   * @throws org.dunlin.connectors.program.NotJson where it is neither
   */
  static JsonNode of(HookCall call) {
    boolean form =
        call.header("content-type").stream()
            .anyMatch(type -> type.strip().toLowerCase(Locale.ROOT).startsWith(FORM));
    return form ? fields(new String(call.body(), StandardCharsets.UTF_8)) : Json.read(call.body());
  }

  private static ObjectNode fields(String form) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (String part : form.split("&", -1)) {
      String[] pair = part.split("=", 2);
      if (!pair[0].isEmpty()) {
        fields.put(decoded(pair[0]), pair.length == 2 ? decoded(pair[1]) : "");
      }
    }
    return fields;
  }

  /** Percent-encoding and plus signs; what is not well encoded stays as it is. */
  private static String decoded(String text) {
    byte[] bytes = text.replace('+', ' ').getBytes(StandardCharsets.UTF_8);
    byte[] decoded = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      int octet = octet(bytes, i);
      decoded[length++] = octet < 0 ? bytes[i] : (byte) octet;
      i += octet < 0 ? 0 : 2;
    }
    return new String(decoded, 0, length, StandardCharsets.UTF_8);
  }

  private static int octet(byte[] bytes, int at) {
    if (bytes[at] != '%' || at + 2 >= bytes.length) {
      return -1;
    }
    int high = Character.digit(bytes[at + 1], 16);
    int low = Character.digit(bytes[at + 2], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
