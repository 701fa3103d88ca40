package org.dunlin.console.outside;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.dunlin.core.brand.Color;

/**
 * The style of a page, which stands in it, with the company's colour; the policy names its digest,
 * so that no other style counts.
 */
public final class PayerStyle {
  private static final Color PLAIN = new Color("#1f5f6b");
  private static final String SHEET = sheet();

  private final String text;

  PayerStyle(Color color) {
    text = ":root{--brand:%s;--on-brand:%s}\n".formatted(color.hex(), color.textOn().hex()) + SHEET;
  }

  /** Of a company that has no colour, or of none. */
  static PayerStyle plain() {
    return new PayerStyle(PLAIN);
  }

  static PayerStyle of(Optional<Color> color) {
    return new PayerStyle(color.orElse(PLAIN));
  }

  String text() {
    return text;
  }

  /** The header {@code Content-Security-Policy} of a page of this style. */
  String policy() {
    return "default-src 'none'; style-src '"
        + digest()
        + "'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
  }

  private String digest() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String sheet() {
    String path = "/org/dunlin/console/payer/payer.css";
    try (InputStream stream = PayerStyle.class.getResourceAsStream(path)) {
      return new String(
          Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
