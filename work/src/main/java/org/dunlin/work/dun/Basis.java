package org.dunlin.work.dun;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the next looks of a company rest on, as one short text that differs where any of it does.
 */
final class Basis {
  /** Counted up with each change of what core finds due, so that all is looked at once more. */
  private static final int RULES = 1;

  private Basis() {}

  static String of(Object... parts) {
    Object[] ordered =
        Arrays.stream(parts)
            .map(part -> part instanceof Map<?, ?> map ? inOrder(map) : part)
            .toArray();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((RULES + "|" + Arrays.toString(ordered)).getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Map<String, Object> inOrder(Map<?, ?> map) {
    Map<String, Object> ordered = new TreeMap<>();
    map.forEach((key, value) -> ordered.put(String.valueOf(key), value));
    return ordered;
  }
}
