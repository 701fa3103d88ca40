package org.dunlin.config.crash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.dunlin.sandbox.world.OutsideFile;

/** Names files by their content. */
final class Digests {
  private Digests() {}

  static String of(OutsideFile file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(file.bytes());
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
