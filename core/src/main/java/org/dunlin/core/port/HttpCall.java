package org.dunlin.core.port;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request to an outside program, complete: whoever sends it adds nothing to it but what the
 * protocol itself needs. It may hold secrets, so its text names only method, host and path.
 *
 * @param method in upper case
 * @param address absolute, with its query
 * @param headers by their names in lower case
 * @param body empty where there is none
 */
public record HttpCall(String method, URI address, Map<String, String> headers, byte[] body) {
  public HttpCall {
    Map<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    headers = Map.copyOf(lower);
    body = body.clone();
  }

  @Override
  public byte[] body() {
    return body.clone();
  }

  /** The same request with one header more, or another value of it. */
  public HttpCall with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name.toLowerCase(Locale.ROOT), value);
    return new HttpCall(method, address, more, body);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HttpCall call
        && method.equals(call.method)
        && address.equals(call.address)
        && headers.equals(call.headers)
        && Arrays.equals(body, call.body);
  }

  @Override
  public int hashCode() {
    return Objects.hash(method, address, headers, Arrays.hashCode(body));
  }

  @Override
  public String toString() {
    return method + " " + address.getHost() + address.getPath();
  }
}
