package org.dunlin.work.hook;

import java.util.Map;

/**
 * What a program is answered.
 *
 * @param status the HTTP status
 * @param body mostly empty
 */
public record HookAnswer(int status, Map<String, String> headers, byte[] body) {
  public HookAnswer {
    headers = Map.copyOf(headers);
    body = body.clone();
  }

  static HookAnswer of(int status) {
    return new HookAnswer(status, Map.of(), new byte[0]);
  }

  @Override
  public byte[] body() {
    return body.clone();
  }
}
