package org.dunlin.connectors.program.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dunlin.connectors.program.ErrorRule;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.MappingFailed;
import org.dunlin.connectors.program.NotJson;
import org.dunlin.connectors.program.SafePattern;
import org.dunlin.connectors.program.Selector;
import org.dunlin.core.port.HttpReply;
import org.jspecify.annotations.Nullable;

/** A reply as error rules look at it; its body is read only where one of them asks for it. */
final class Answered {
  private final HttpReply reply;
  private @Nullable JsonNode body;

  Answered(HttpReply reply) {
    this.reply = reply;
  }

  HttpReply reply() {
    return reply;
  }

  /** The body; missing where it is no JSON. */
  JsonNode body() {
    JsonNode read = body;
    if (read == null) {
      read = json(reply);
      body = read;
    }
    return read;
  }

  boolean fits(ErrorRule rule) {
    return hasStatus(rule)
        && hasHeaders(rule.headers())
        && (rule.when() == null || has(rule.when()));
  }

  /** What the selector gives of the body, as it can be shown. */
  Optional<String> said(Selector selector) {
    try {
      return selector.text(body(), Facts.NONE).map(Sentence::of).filter(text -> !text.isEmpty());
    } catch (MappingFailed e) {
      return Optional.empty();
    }
  }

  private boolean hasStatus(ErrorRule rule) {
    return rule.statuses().isEmpty()
        || rule.statuses().stream().anyMatch(statuses -> statuses.has(reply.status()));
  }

  private boolean hasHeaders(Map<String, String> wanted) {
    return wanted.entrySet().stream()
        .allMatch(
            header ->
                values(header.getKey()).stream()
                    .anyMatch(value -> SafePattern.found(header.getValue(), value)));
  }

  private List<String> values(String header) {
    return reply.headers().getOrDefault(header.toLowerCase(Locale.ROOT), List.of());
  }

  private boolean has(Selector when) {
    try {
      return when.fits(body(), Facts.NONE);
    } catch (MappingFailed e) {
      return false;
    }
  }

  private static JsonNode json(HttpReply reply) {
    try {
      return Json.read(reply.body());
    } catch (NotJson e) {
      return MissingNode.getInstance();
    }
  }
}
