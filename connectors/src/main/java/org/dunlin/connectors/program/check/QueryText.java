package org.dunlin.connectors.program.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoded parameters, read back. */
final class QueryText {
  private QueryText() {}

  static ObjectNode parameters(String query) {
    ObjectNode parameters = JsonNodeFactory.instance.objectNode();
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals >= 0) {
        parameters.put(
            decoded(parameter.substring(0, equals)), decoded(parameter.substring(equals + 1)));
      }
    }
    return parameters;
  }

  static String decoded(String encoded) {
    byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream();
    for (int index = 0; index < bytes.length; index++) {
      if (bytes[index] == '%' && index + 2 < bytes.length) {
        decoded.write(Integer.parseInt(encoded.substring(index + 1, index + 3), 16));
        index += 2;
      } else {
        decoded.write(bytes[index]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }
}
