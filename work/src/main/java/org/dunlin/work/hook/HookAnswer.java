package org.dunlin.work.hook;

import java.util.Map;

/**
 * What a program is answered, with an empty body.
 *
 * @param status the HTTP status
 */
public record HookAnswer(int status, Map<String, String> headers) {
  public HookAnswer {
    headers = Map.copyOf(headers);
  }

  static HookAnswer of(int status) {
    return new HookAnswer(status, Map.of());
  }
}
