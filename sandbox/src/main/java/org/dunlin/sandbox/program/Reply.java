package org.dunlin.sandbox.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer. */
public final class Reply {
  private static final String TYPE = "Content-Type";

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private Reply(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  public int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

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
  public String toString() {
    return status + ", " + body.length + " bytes";
  }
}
