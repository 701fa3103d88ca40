package org.dunlin.work.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.dunlin.store.Digests;

/**
 * Secrets of 256 random bits. Nobody guesses one, so that a plain digest of it is enough: the slow
 * ones are for passwords, which people choose.
 */
final class Secrets {
  /** The length of a secret's text. */
  static final int LENGTH = 43;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  static String make() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  static byte[] digest(String secret) {
    return Digests.sha256().digest(secret.getBytes(StandardCharsets.UTF_8));
  }
}
