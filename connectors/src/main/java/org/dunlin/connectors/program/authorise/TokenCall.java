package org.dunlin.connectors.program.authorise;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dunlin.connectors.program.Authorisation.ClientSecret;
import org.dunlin.connectors.program.PercentEncoding;
import org.dunlin.core.port.HttpCall;

/** A request to a token endpoint: a form, and the app's own credentials (RFC 6749, 2.3.1). */
final class TokenCall {
  private TokenCall() {}

  static HttpCall of(
      URI token, ClientSecret client, String id, String secret, Map<String, String> form) {
    Map<String, String> fields = new LinkedHashMap<>(form);
    Map<String, String> headers = new TreeMap<>();
    headers.put("accept", "application/json");
    headers.put("content-type", "application/x-www-form-urlencoded");
    // An app that cannot keep a secret has none, and says only who it is.
    if (secret.isEmpty() || client == ClientSecret.BODY) {
      fields.put("client_id", id);
      if (!secret.isEmpty()) {
        fields.put("client_secret", secret);
      }
    } else {
      headers.put(
          "authorization", BasicCredentials.of(PercentEncoding.of(id), PercentEncoding.of(secret)));
    }
    byte[] body = encoded(fields).getBytes(StandardCharsets.UTF_8);
    return new HttpCall("POST", token, headers, body);
  }

  /** Names and values as in the query of an address. */
  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(each -> PercentEncoding.of(each.getKey()) + "=" + PercentEncoding.of(each.getValue()))
        .collect(Collectors.joining("&"));
  }
}
