package org.dunlin.connectors.program.authorise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dunlin.core.port.HttpReply;

/** The cookies of an answer, as later requests carry them (RFC 6265). */
final class Cookies {
  private Cookies() {}

  /** All of them in one value; empty where there are none. */
  static String of(HttpReply reply) {
    Map<String, String> cookies = new LinkedHashMap<>();
    for (String header : reply.headers().getOrDefault("set-cookie", List.of())) {
      String pair = header.split(";", 2)[0].strip();
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String name = pair.substring(0, equals).strip();
        String value = pair.substring(equals + 1).strip();
        if (value.isEmpty() || isOver(header)) {
          cookies.remove(name);
        } else {
          cookies.put(name, value);
        }
      }
    }
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  /** Whether the program takes the cookie away with it. */
  private static boolean isOver(String header) {
    String lower = header.toLowerCase(Locale.ROOT).replace(" ", "");
    return lower.contains(";max-age=0") || lower.contains(";max-age=-");
  }
}
