package org.dunlin.sandbox.program.mollie;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicLong;

/** Ids as the provider's look; the same account gives the same ones in the same order. */
final class MollieIds {
  private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final int LENGTH = 22;

  private final String seed;
  private final AtomicLong next = new AtomicLong();

  MollieIds(String seed) {
    this.seed = seed;
  }

  /** An id that begins so, such as {@code tr_}. */
  String next(String prefix) {
    byte[] hash = sha256(seed + prefix + next.incrementAndGet());
    StringBuilder id = new StringBuilder(prefix);
    for (int i = 0; i < LENGTH; i++) {
      id.append(SIGNS.charAt(Math.floorMod(hash[i], SIGNS.length())));
    }
    return id.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java knows SHA-256.", e);
    }
  }
}
