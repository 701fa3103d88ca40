package org.dunlin.connectors.program;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;

/** Answers as a test writes them down, and requests as it reads them. */
public final class Replies {
  private Replies() {}

  /** 200 with this body. */
  public static HttpReply ok(String body) {
    return reply(200, body);
  }

  /** This status with this body and headers, as name and value in turn. */
  public static HttpReply reply(int status, String body, String... headers) {
    Map<String, List<String>> all = new TreeMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.computeIfAbsent(headers[i], name -> new ArrayList<>()).add(headers[i + 1]);
    }
    return new HttpReply(status, all, body.getBytes(StandardCharsets.UTF_8));
  }

  /** The body of a request as text. */
  public static String body(HttpCall call) {
    return new String(call.body(), StandardCharsets.UTF_8);
  }
}
