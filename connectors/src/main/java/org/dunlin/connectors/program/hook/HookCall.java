package org.dunlin.connectors.program.hook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A call of a program, whose text tells nothing of what came. */
public final class HookCall {
  private final Map<String, List<String>> headers;
  private final byte[] body;

  /**
   * What came.
   *
   * @param headers by their names in any case, each value by itself
   * @param body the bytes as they came, over which signatures are made
   */
  public HookCall(Map<String, List<String>> headers, byte[] body) {
    Map<String, List<String>> lower = new TreeMap<>();
    headers.forEach(
        (name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    this.headers = lower;
    this.body = body.clone();
  }

  byte[] body() {
    return body.clone();
  }

  /** All values of a header. */
  List<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  @Override
  public String toString() {
    return "a call with " + body.length + " bytes";
  }
}
