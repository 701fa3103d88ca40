package org.dunlin.sandbox.program;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104), by which a receiver knows that a notice is the program's. */
public final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  public static byte[] of(String secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java knows HMAC-SHA256.", e);
    }
  }
}
