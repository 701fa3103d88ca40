package org.dunlin.work.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dunlin.core.port.HttpReply;

/** Answers in JSON, for programs that are played. */
public final class Replies {
  private static final JsonMapper JSON = new JsonMapper();

  private Replies() {}

  /** An answer. */
  public static HttpReply json(int status, JsonNode body) {
    try {
      return new HttpReply(status, Map.of(), JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same answer with one header more. */
  public static HttpReply with(HttpReply reply, String header, String value) {
    Map<String, List<String>> headers = new TreeMap<>(reply.headers());
    headers.put(header.toLowerCase(Locale.ROOT), List.of(value));
    return new HttpReply(reply.status(), headers, reply.body());
  }

  /** The body of an answer, or of a request. */
  public static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The objects of a page in the order that is the reverse of theirs. */
  static HttpReply reversed(HttpReply page) {
    JsonNode body = json(page.body());
    ArrayNode list = list(body).orElseThrow(() -> new AssertionError("a page of several: " + body));
    ArrayNode before = list.deepCopy();
    list.removeAll();
    before.forEach(each -> list.insert(0, each));
    HttpReply reply = json(page.status(), body);
    return new HttpReply(reply.status(), page.headers(), reply.body());
  }

  /** The list of objects that lies nearest to the top. */
  private static Optional<ArrayNode> list(JsonNode body) {
    Deque<JsonNode> nodes = new ArrayDeque<>();
    nodes.add(body);
    while (!nodes.isEmpty()) {
      JsonNode node = nodes.remove();
      if (node instanceof ArrayNode list && list.size() > 1 && list.get(0).isObject()) {
        return Optional.of(list);
      }
      node.forEach(nodes::add);
    }
    return Optional.empty();
  }
}
