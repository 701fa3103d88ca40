package org.dunlin.console.login;

import java.util.Map;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How passwords are kept: Argon2id with the least that the OWASP Password Storage Cheat Sheet asks,
 * 19 MiB of memory, 2 rounds and 1 lane. Hashes of bcrypt, which hubs made before, still match.
 */
public final class Passwords {
  private static final String ARGON2ID = "argon2id";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int ROUNDS = 2;

  private Passwords() {}

  /** The encoder of every password; it asks for a new hash where one was made in another way. */
  public static PasswordEncoder encoder() {
    return new DelegatingPasswordEncoder(
        ARGON2ID,
        Map.of(
            ARGON2ID,
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, ROUNDS),
            "bcrypt",
            new BCryptPasswordEncoder()));
  }
}
