package org.dunlin.connectors.program.signature;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dunlin.connectors.program.Encoding;

/** HMAC-SHA256 (RFC 2104). A secret is its text in UTF-8. */
public final class Hmac {
  private static final String ALGORITHM = "HmacSHA256";

  private Hmac() {}

  /** The signature of these bytes. */
  public static byte[] of(String secret, byte[]... parts) {
    return of(secret.getBytes(StandardCharsets.UTF_8), parts);
  }

  private static byte[] of(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("This Java has no " + ALGORITHM + ".", e);
    }
  }

  /** The signature of these bytes as text. */
  public static String written(Encoding encoding, String secret, byte[] bytes) {
    byte[] signature = of(secret, bytes);
    return switch (encoding) {
      case BASE64 -> Base64.getEncoder().encodeToString(signature);
      case HEX -> HexFormat.of().formatHex(signature);
      case HEX_UPPER -> HexFormat.of().withUpperCase().formatHex(signature);
    };
  }

  /** Whether the text is the signature of these bytes; hexadecimal digits in either case. */
  public static boolean fits(String text, Encoding encoding, String secret, byte[]... parts) {
    byte[] given = bytes(text.strip(), encoding).orElse(new byte[0]);
    return MessageDigest.isEqual(given, of(secret, parts));
  }

  /**
   * Whether it is the signature of a text by a key that is written in hexadecimal digits.
   *
   * @throws IllegalArgumentException where the key is not
   */
  public static boolean fitsByHexKey(String signature, Encoding encoding, String key, String text) {
    byte[] secret = HexFormat.of().parseHex(key.strip());
    byte[] given = bytes(signature.strip(), encoding).orElse(new byte[0]);
    return MessageDigest.isEqual(given, of(secret, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Optional<byte[]> bytes(String text, Encoding encoding) {
    try {
      return Optional.of(
          switch (encoding) {
            case BASE64 -> Base64.getDecoder().decode(text);
            case HEX, HEX_UPPER -> HexFormat.of().parseHex(text);
          });
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
