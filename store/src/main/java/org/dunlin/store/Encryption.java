package org.dunlin.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.postgresql.Driver;

/**
 * Whether connections to a server must be encrypted: where the URL says nothing of it, to every
 * server that another machine may be, since passwords and ledgers go over them.
 */
final class Encryption {
  /** What of a URL decides it otherwise. */
  private static final Set<String> SAID = Set.of("sslmode", "ssl", "sslfactory", "socketFactory");

  private static final String REQUIRED = "require";

  private Encryption() {}

  /** The {@code sslmode} that a URL gets in addition; empty where it stays as it is. */
  static Optional<String> mode(String url) {
    Properties parts = Driver.parseURL(url, new Properties());
    if (parts == null || SAID.stream().anyMatch(parts::containsKey)) {
      return Optional.empty();
    }
    boolean here =
        Arrays.stream(parts.getProperty("PGHOST", "localhost").split(","))
            .allMatch(Encryption::isThisMachine);
    return here ? Optional.empty() : Optional.of(REQUIRED);
  }

  private static boolean isThisMachine(String host) {
    String bare = host.replaceAll("^\\[|]$", "").toLowerCase(Locale.ROOT);
    return bare.isEmpty()
        || bare.equals("localhost")
        || bare.equals("::1")
        || bare.equals("0:0:0:0:0:0:0:1")
        || bare.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }
}
