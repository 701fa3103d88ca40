package org.dunlin.sandbox.program.oauth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import org.dunlin.sandbox.program.Ask;

/** Whether a request for tokens comes from the app: by header or by form (RFC 6749, 2.3.1). */
final class ClientCheck {
  private ClientCheck() {}

  static void of(Ask ask, Map<String, String> form, AppCredentials app) {
    String id = form.getOrDefault("client_id", "");
    String secret = form.getOrDefault("client_secret", "");
    String header = ask.header("Authorization").orElse("");
    if (header.regionMatches(true, 0, "Basic ", 0, 6)) {
      String pair = decoded(header.substring(6).strip());
      int colon = pair.indexOf(':');
      id = colon < 0 ? pair : unescaped(pair.substring(0, colon));
      secret = colon < 0 ? "" : unescaped(pair.substring(colon + 1));
    }
    if (!same(id, app.clientId()) || !same(secret, app.clientSecret())) {
      throw new OAuthFault(401, "invalid_client", "The app's id or secret is wrong.").refused();
    }
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String unescaped(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
