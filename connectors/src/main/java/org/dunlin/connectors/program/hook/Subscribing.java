package org.dunlin.connectors.program.hook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.MappingFailed;
import org.dunlin.connectors.program.NotJson;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Selector;
import org.dunlin.connectors.program.Value;
import org.dunlin.connectors.program.Webhooks.Standing;
import org.dunlin.connectors.program.Webhooks.Subscription;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.jspecify.annotations.Nullable;

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

  /** Whether the program says which subscriptions there are. */
  public boolean looksUp() {
    return how.lookup() != null;
  }

  /** Asks which subscriptions there are; empty where the program does not say. */
  public Optional<HttpCall> lookup(Facts facts) {
    return Optional.ofNullable(how.lookup()).map(list -> program.call(list.request(), facts));
  }

  /**
   * Those of the list that send to {@code hook.url}, by their ids. There are several where answers
   * were lost before. Empty where the answer does not tell: then it is not known what there is.
   *
   * @param each one of {@link #each()}
   * @param reply to {@link #lookup}
   */
  public Optional<List<String>> standing(String each, HttpReply reply, Facts facts) {
    Standing list = how.lookup();
    if (list == null) {
      return Optional.of(List.of());
    }
    try {
      JsonNode found = list.records().of(Json.read(reply.body()), facts);
      return found.isArray() ? Optional.of(ours(list, each, found, facts)) : Optional.empty();
    } catch (NotJson | MappingFailed e) {
      return Optional.empty();
    }
  }

  private static List<String> ours(Standing list, String each, JsonNode found, Facts facts) {
    String url = facts.value("hook.url").map(Value::plain).orElse("");
    List<String> ids = new ArrayList<>();
    for (JsonNode one : found) {
      if (is(url, list.url(), one, facts) && is(each, list.each(), one, facts)) {
        list.id().text(one, facts).ifPresent(ids::add);
      }
    }
    return ids;
  }

  private static boolean is(String text, @Nullable Selector selector, JsonNode one, Facts facts) {
    return selector == null || selector.text(one, facts).filter(text::equals).isPresent();
  }

  /**
   * Whether one that stands is of use although its answer was lost: not where that told a secret,
   * or began a time after which another must be made.
   */
  public boolean worksUnanswered() {
    return how.secret() == null && (how.lasts() == null || renews());
  }

  /** Whether a subscription that ends some day can be made to last. */
  public boolean renews() {
    return how.renew() != null;
  }

  /** Whether one that the program has can be ended. */
  public boolean removes() {
    return how.remove() != null;
  }

  /** Whether a subscription ends by itself. */
  public boolean ends() {
    return how.lasts() != null;
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
   * @throws NotJson where the answer is no JSON
   * @throws MappingFailed where the manifest finds nothing in it
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
