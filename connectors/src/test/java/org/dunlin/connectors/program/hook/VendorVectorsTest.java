package org.dunlin.connectors.program.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.connectors.program.hook.Callers.call;
import static org.dunlin.connectors.program.hook.Callers.hooks;
import static org.dunlin.connectors.program.hook.Callers.keyed;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.dunlin.connectors.program.Json;
import org.junit.jupiter.api.Test;

/** Vectors of vendors, in a folder outside the project that the property dunlin.specs names. */
class VendorVectorsTest {
  private static final String PROPERTY = "dunlin.specs";

  @Test
  void xerosBodiesAreSignedInBase64() throws IOException {
    Hooks xero = hooks(hmac("x-xero-signature", "base64", "") + "handshake: {kind: signature}\n");
    for (JsonNode vector : vectors("xero")) {
      HookVerdict verdict =
          xero.read(
              call(text(vector, "body"), "X-Xero-Signature", text(vector, "signature")),
              keyed(text(vector, "secret")),
              Callers.NOW);
      check(verdict, vector.path("valid").booleanValue(), vector);
    }
  }

  @Test
  void intuitsOwnVectorHolds() throws IOException {
    Hooks intuit = hooks(hmac("intuit-signature", "base64", ""));
    for (JsonNode vector : vectors("intuit")) {
      HookVerdict verdict =
          intuit.read(
              call(text(vector, "body"), "intuit-signature", text(vector, "signature")),
              keyed(text(vector, "secret")),
              Callers.NOW);
      check(verdict, vector.path("valid").booleanValue(), vector);
    }
  }

  @Test
  void stripesSignaturesAreOverTimeAndBody() throws IOException {
    Hooks stripe =
        hooks(
            """
            verify: {kind: timestamped, header: Stripe-Signature, secret: "{settings.hookKey}"}
            """);
    for (JsonNode vector : vectors("stripe")) {
      HookVerdict verdict =
          stripe.read(
              call(text(vector, "body"), "Stripe-Signature", text(vector, "signature")),
              keyed(text(vector, "secret")),
              Instant.ofEpochSecond(vector.path("now").asLong(1495999768)));
      check(verdict, vector.path("valid").booleanValue(), vector);
    }
  }

  @Test
  void exactsSignatureIsOverOneFieldOfTheBody() throws IOException {
    Hooks exact =
        hooks(
            """
            verify: {kind: hmac-sha256, over: {field: Content}, signature: .HashCode,
                     encoding: hex-upper, secret: "{settings.hookKey}"}
            handshake: {kind: ping}
            """);
    for (JsonNode vector : vectors("exact-online")) {
      HookVerdict verdict =
          exact.read(call(text(vector, "body")), keyed(text(vector, "secret")), Callers.NOW);
      if (text(vector, "body").isEmpty()) {
        assertThat(verdict).isInstanceOf(HookVerdict.Handshake.class);
      } else {
        // Digits in either case are the same number.
        boolean valid = vector.path("valid").asBoolean() || vector.path("valid").isTextual();
        check(verdict, valid, vector);
      }
    }
  }

  @Test
  void molliesSignaturesMayHaveAPrefixAndComeSeveral() throws IOException {
    Hooks mollie = hooks(hmac("X-Mollie-Signature", "hex", "sha256="));
    for (JsonNode vector : vectors("mollie")) {
      if (!vector.path("valid").isBoolean()) {
        continue;
      }
      String[] headers = new String[2 * vector.path("signatures").size()];
      for (int i = 0; i < headers.length; i += 2) {
        headers[i] = "X-Mollie-Signature";
        headers[i + 1] = vector.path("signatures").get(i / 2).asText();
      }
      boolean fits = false;
      for (JsonNode secret : vector.path("secrets")) {
        HookVerdict verdict =
            mollie.read(call(text(vector, "body"), headers), keyed(secret.asText()), Callers.NOW);
        fits |= verdict instanceof HookVerdict.Notices;
      }
      assertThat(fits).as(vector.toString()).isEqualTo(vector.path("valid").booleanValue());
    }
  }

  private static void check(HookVerdict verdict, boolean valid, JsonNode vector) {
    assertThat(verdict)
        .as(vector.toString())
        .isInstanceOf(valid ? HookVerdict.Notices.class : HookVerdict.Wrong.class);
  }

  private static String hmac(String header, String encoding, String prefix) {
    String before = prefix.isEmpty() ? "" : ", prefix: \"" + prefix + "\"";
    return """
        verify: {kind: hmac-sha256, header: %s, encoding: %s%s, secret: "{settings.hookKey}"}
        """
        .formatted(header, encoding, before);
  }

  private static String text(JsonNode vector, String field) {
    return vector.path(field).asText();
  }

  private static JsonNode vectors(String vendor) throws IOException {
    String specs = System.getProperty(PROPERTY, "");
    assumeTrue(
        !specs.isBlank(), "skipped: -D" + PROPERTY + "=<folder> does not name the vendors' files");
    Path file = Path.of(specs).resolve("webhooks").resolve(vendor + ".json");
    assumeTrue(Files.exists(file), "skipped: there is no " + file);
    JsonNode vectors = Json.read(Files.readAllBytes(file)).path("vectors");
    assertThat(vectors).isNotEmpty();
    return vectors;
  }
}
