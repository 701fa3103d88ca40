package org.dunlin.connectors.program.hook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Selector;
import org.dunlin.connectors.program.Webhooks.Subscription;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;

/** How a program is asked for notices. Requests come without credentials. */
public final class Subscribing {
  private final Program program;
  private final Subscription how;

  Subscribing(Program program, Subscription how) {
    this.program = program;
    this.how = how;
  }

  /** What one subscription each is made for; one empty text where one is for all. */
  public List<String> each() {
    return how.each().isEmpty() ? List.of("") : how.each();
  }

  /**
   * Subscribes.
   *
   * @param each one of {@link #each()}
   * @param facts with {@code hook.url}
   */
  public HttpCall subscribe(String each, Facts facts) {
    return program.call(how.request(), facts.with("each", each));
  }

  /** Makes a subscription last, before it ends; empty where one subscribes anew. */
  public Optional<HttpCall> renew(String each, Facts facts) {
    return Optional.ofNullable(how.renew())
        .map(request -> program.call(request, facts.with("each", each)));
  }

  /**
   * Ends a subscription; empty where the program offers no way.
   *
   * @param facts with {@code hook.id}
   */
  public Optional<HttpCall> remove(Facts facts) {
    return Optional.ofNullable(how.remove()).map(request -> program.call(request, facts));
  }

  /**
   * What the program answered.
   *
   * @throws org.dunlin.connectors.program.NotJson where the answer is no JSON
   * @throws org.dunlin.connectors.program.MappingFailed where the manifest finds nothing in it
   */
  public Subscribed subscribed(HttpReply reply, Facts facts, Instant now) {
    JsonNode body = Json.read(reply.body());
    Selector secret = how.secret();
    Duration lasts = how.lasts();
    return new Subscribed(
        how.id().text(body, facts).orElse(null),
        secret == null ? null : secret.text(body, facts).orElse(null),
        lasts == null ? null : now.plus(lasts.minus(lasts.dividedBy(4))));
  }
}
