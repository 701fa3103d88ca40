package org.dunlin.sandbox.program.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Proof that whoever brings a code is who asked for it (RFC 7636, S256). */
final class Pkce {
  private Pkce() {}

  static boolean holds(@Nullable String challenge, @Nullable String verifier) {
    if (challenge == null) {
      return true;
    }
    if (verifier == null || verifier.length() < 43 || verifier.length() > 128) {
      return false;
    }
    return MessageDigest.isEqual(bytes(challenge), bytes(challengeOf(verifier)));
  }

  private static String challengeOf(String verifier) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(verifier));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java knows SHA-256.", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
