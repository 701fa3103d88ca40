package org.dunlin.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest by which contents are compared. */
public final class Digests {
  private Digests() {}

  /** A new SHA-256 (FIPS 180-4). */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
