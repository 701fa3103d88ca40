package org.dunlin.connectors.program.hook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A call of a program.
 *
 * @param headers by their names in lower case, each value by itself
 * @param body the bytes as they came, over which signatures are made
 */
public record HookCall(Map<String, List<String>> headers, byte[] body) {
  public HookCall {
    Map<String, List<String>> lower = new TreeMap<>();
    headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    headers = Map.copyOf(lower);
    body = body.clone();
  }

  @Override
  public byte[] body() {
    return body.clone();
  }

  /** All values of a header. */
  List<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HookCall call
        && headers.equals(call.headers)
        && Arrays.equals(body, call.body);
  }

  @Override
  public int hashCode() {
    return Objects.hash(headers, Arrays.hashCode(body));
  }

  @Override
  public String toString() {
    return "a call with " + body.length + " bytes";
  }
}
