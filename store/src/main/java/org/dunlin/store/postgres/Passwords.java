package org.dunlin.store.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords that the hub makes for itself and keeps in files that only its user may read. */
final class Passwords {

  private static final int RANDOM_BYTES = 24;

  private Passwords() {}

  static String readOrMake(Path file) throws IOException {
    if (!Files.exists(file)) {
      var random = new byte[RANDOM_BYTES];
      new SecureRandom().nextBytes(random);
      var password = HexFormat.of().formatHex(random);
      PrivateFiles.write(file, password.getBytes(StandardCharsets.US_ASCII));
    }
    return Files.readString(file).strip();
  }
}
