package org.dunlin.core.port;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an outside program answered.
 *
 * @param status the HTTP status
 * @param headers by their names in lower case, each value by itself
 * @param body the bytes as they came, after the transport's own encodings
 */
public record HttpReply(int status, Map<String, List<String>> headers, byte[] body) {
  public HttpReply {
    Map<String, List<String>> lower = new TreeMap<>();
    headers.forEach(
        (name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    headers = Map.copyOf(lower);
    body = body.clone();
  }

  @Override
  public byte[] body() {
    return body.clone();
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HttpReply reply
        && status == reply.status
        && headers.equals(reply.headers)
        && Arrays.equals(body, reply.body);
  }

  @Override
  public int hashCode() {
    return Objects.hash(status, headers, Arrays.hashCode(body));
  }

  @Override
  public String toString() {
    return "HTTP " + status + " with " + body.length + " bytes";
  }
}
