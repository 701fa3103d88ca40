package org.dunlin.sandbox.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request. */
public final class Ask {
  private final String method;
  private final String path;
  private final Map<String, String> variables;
  private final Map<String, String> query;
  private final Map<String, String> headers;
  private final byte[] body;
  private final @Nullable Happening twist;

  Ask(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      byte[] body) {
    this(method, path, Map.of(), query, headers, body, null);
  }

  private Ask(
      String method,
      String path,
      Map<String, String> variables,
      Map<String, String> query,
      Map<String, String> headers,
      byte[] body,
      @Nullable Happening twist) {
    this.method = method;
    this.path = path;
    this.variables = variables;
    this.query = query;
    this.headers = headers;
    this.body = body;
    this.twist = twist;
  }

  public String method() {
    return method;
  }

  /** Without the query. */
  public String path() {
    return path;
  }

  /** Decoded, the last of each name. */
  public Map<String, String> query() {
    return query;
  }

  /** What is to go wrong with the page that is asked for, if anything. */
  public @Nullable Happening twist() {
    return twist;
  }

  /** A variable of the path that the route has. */
  public String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The route has no variable " + name + ".");
    }
    return value;
  }

  /**
   * A variable of the path as a UUID.
   *
   * @throws Refusal of status 404 when it is none
   */
  public UUID id(String name) {
    try {
      return UUID.fromString(variable(name));
    } catch (IllegalArgumentException e) {
      throw Refusal.notFound("There is no " + variable(name) + ".");
    }
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }

  /**
   * A whole number of the query.
   *
   * @throws Refusal of status 400 when it is none
   */
  public int query(String name, int otherwise) {
    try {
      return query(name).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new Refusal(400, name + " does not have a valid value");
    }
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The token of {@code Authorization: Bearer}. */
  public Optional<String> bearer() {
    return header("Authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).strip());
  }

  /** The body as JSON. */
  public JsonNode json() {
    return Json.tree(body);
  }

  /** The body as fields of a form. */
  public Map<String, String> form() {
    return Forms.read(new String(body, StandardCharsets.UTF_8));
  }

  Ask at(Map<String, String> found, @Nullable Happening happening) {
    return new Ask(method, path, found, query, headers, body, happening);
  }

  /** Whether another asks the same: method, path and body. */
  public boolean sameAs(Ask other) {
    return method.equals(other.method)
        && path.equals(other.path)
        && Arrays.equals(body, other.body);
  }

  /** Without query, headers and body, in which secrets are. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
