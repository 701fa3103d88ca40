package org.dunlin.sandbox.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer. */
public record Reply(int status, Map<String, String> headers, byte[] body) {
  private static final String TYPE = "Content-Type";

  public static Reply json(int status, JsonNode node) {
    return new Reply(status, Map.of(TYPE, "application/json; charset=utf-8"), Json.bytes(node));
  }

  public static Reply json(JsonNode node) {
    return json(200, node);
  }

  public static Reply text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  public static Reply html(int status, String html) {
    return of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  public static Reply of(int status, String type, byte[] bytes) {
    return new Reply(status, Map.of(TYPE, type), bytes);
  }

  public static Reply empty(int status) {
    return new Reply(status, Map.of(), new byte[0]);
  }

  /** Sends a browser, or whoever follows, elsewhere. */
  public static Reply redirect(String location) {
    return empty(302).with("Location", location);
  }

  public Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }

  public Reply with(Map<String, String> others) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.putAll(others);
    return new Reply(status, more, body);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Reply reply
        && status == reply.status
        && headers.equals(reply.headers)
        && Arrays.equals(body, reply.body);
  }

  @Override
  public int hashCode() {
    return 31 * status + Arrays.hashCode(body);
  }

  @Override
  public String toString() {
    return status + ", " + body.length + " bytes";
  }
}
