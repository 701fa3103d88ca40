package org.dunlin.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Signatures against examples made by the vendors' published formulas. */
class SignatureTest {
  @Test
  void xeroSignsTheBodyInBase64() throws IOException {
    for (JsonNode vector : vectors("webhooks/xero.json")) {
      byte[] body = vector.path("body").asText().getBytes(StandardCharsets.UTF_8);
      String signature =
          Base64.getEncoder().encodeToString(Signature.of(vector.path("secret").asText(), body));
      assertThat(signature.equals(vector.path("signature").asText()))
          .isEqualTo(vector.path("valid").asBoolean());
    }
  }

  @Test
  void exactSignsTheContentInCapitalHexadecimals() throws IOException {
    for (JsonNode vector : vectors("webhooks/exact-online.json")) {
      String body = vector.path("body").asText();
      if (vector.path("valid").isBoolean()) {
        String content = body.replaceFirst("^\\{\"Content\":(.*),\"HashCode\":.*$", "$1");
        byte[] signature =
            Signature.of(vector.path("secret").asText(), content.getBytes(StandardCharsets.UTF_8));
        String hash = HexFormat.of().withUpperCase().formatHex(signature);
        assertThat(body.contains("\"HashCode\":\"" + hash + "\""))
            .isEqualTo(vector.path("valid").asBoolean());
      }
    }
  }

  private static JsonNode vectors(String file) throws IOException {
    return Json.tree(Files.readAllBytes(Specs.of(file))).path("vectors");
  }
}
