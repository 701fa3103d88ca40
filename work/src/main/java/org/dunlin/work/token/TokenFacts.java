package org.dunlin.work.token;

import java.util.HashMap;
import java.util.Map;
import org.dunlin.connectors.program.Facts;
import org.dunlin.store.program.Token;

/** The names under which the values of a token lie, and those under which requests know them. */
final class TokenFacts {
  static final String ACCESS = "access";
  static final String REFRESH = "refresh";
  private static final String SESSION = "session.";

  Facts of(Facts facts, Token token) {
    Facts with = facts;
    for (Map.Entry<String, String> each : token.values().entrySet()) {
      if (each.getKey().equals(ACCESS)) {
        with = with.withSecret("token", each.getValue());
      } else if (each.getKey().startsWith(SESSION)) {
        with = with.withSecret(each.getKey(), each.getValue());
      }
    }
    return with;
  }

  static Map<String, String> session(Map<String, String> values) {
    Map<String, String> named = new HashMap<>();
    values.forEach((name, value) -> named.put(SESSION + name, value));
    return named;
  }
}
