package org.dunlin.connectors.program.pull;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.NotJson;
import org.dunlin.connectors.program.Selector;
import org.dunlin.core.port.HttpReply;

/**
 * The objects of one reply.
 *
 * @param reply as JSON; missing where HTTP itself says that there is nothing
 * @param listed how many the page has, also those that a selector has made nothing of
 */
record PageNodes(JsonNode reply, int listed, List<JsonNode> objects) {
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  /**
   * Finds them.
   *
   * @throws Unread where the reply is no JSON, or holds no list at all: an error is never an empty
   *     page
   */
  static PageNodes of(HttpReply reply, Selector records, Facts facts) {
    if (reply.status() == NO_CONTENT || reply.status() == NOT_MODIFIED) {
      return new PageNodes(Json.read(new byte[0]), 0, List.of());
    }
    JsonNode body = json(reply);
    JsonNode found = records.of(body, facts);
    if (found == null || !found.isArray()) {
      throw new Unread(
          "The answer has no list of objects at " + records + ", not even an empty one.");
    }
    List<JsonNode> objects = new ArrayList<>();
    found.forEach(objects::add);
    objects.removeIf(JsonNode::isNull);
    return new PageNodes(body, found.size(), objects);
  }

  /** What tells this page from another; empty for one without objects. */
  String digest(List<Seen> seen) {
    if (seen.isEmpty()) {
      return "";
    }
    MessageDigest sha = sha256();
    for (int i = 0; i < seen.size(); i++) {
      String each = seen.get(i) + " " + objects.get(i).hashCode() + "\n";
      sha.update(each.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static JsonNode json(HttpReply reply) {
    try {
      return Json.read(reply.body());
    } catch (NotJson e) {
      throw new Unread("The answer cannot be read. " + e.getMessage());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
