package org.dunlin.work.contract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.core.port.HttpCall;
import org.jspecify.annotations.Nullable;

/** Requests as a program reads them. */
public final class Calls {
  private Calls() {}

  /** The parameters of the address. */
  public static Map<String, String> query(HttpCall call) {
    return parameters(call.address().getRawQuery());
  }

  /** The parameters of the body. */
  public static Map<String, String> form(HttpCall call) {
    return parameters(new String(call.body(), StandardCharsets.UTF_8));
  }

  /** The last part of the path. */
  public static String last(HttpCall call) {
    String path = call.address().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Map<String, String> parameters(@Nullable String text) {
    Map<String, String> parameters = new TreeMap<>();
    for (String each : (text == null ? "" : text).split("&", -1)) {
      int equals = each.indexOf('=');
      if (equals > 0) {
        parameters.put(decoded(each.substring(0, equals)), decoded(each.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
