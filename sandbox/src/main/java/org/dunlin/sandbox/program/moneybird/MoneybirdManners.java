package org.dunlin.sandbox.program.moneybird;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Limit;
import org.dunlin.sandbox.program.Limits;
import org.dunlin.sandbox.program.Manners;
import org.dunlin.sandbox.program.Quota;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.TokenState;

/** How Moneybird says what all programs say. */
final class MoneybirdManners implements Manners {
  static final Limit FIVE_MINUTES = new Limit("five minutes", 150, Duration.ofMinutes(5));

  /** Resets are seconds since 1970. */
  @Override
  public Map<String, String> quotas(Limits.Verdict verdict) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Quota quota : verdict.quotas()) {
      headers.put("RateLimit-Limit", Integer.toString(quota.limit().most()));
      headers.put("RateLimit-Remaining", Integer.toString(quota.remaining()));
      headers.put("RateLimit-Reset", Long.toString(quota.resets().getEpochSecond()));
    }
    return headers;
  }

  /**
   * {@code Retry-After} is a moment here too, in seconds since 1970, as the specification has it.
   */
  @Override
  public Reply tooMany(Limits.Verdict verdict, boolean told) {
    Reply reply = Reply.json(429, TextNode.valueOf("Retry later"));
    if (!told || verdict.quotas().isEmpty()) {
      return reply;
    }
    long resets = verdict.quotas().getFirst().resets().getEpochSecond();
    return reply.with("Retry-After", Long.toString(resets));
  }

  @Override
  public Reply unauthorised(TokenState state) {
    return symbolic(401, "The access token is invalid", "token", "invalid");
  }

  @Override
  public Reply refused(Refusal refusal) {
    return switch (refusal.status()) {
      case 404 -> symbolic(404, "record not found", "id", "not_found");
      case 422 -> invalid(refusal.sentence());
      default -> {
        ObjectNode body = Json.object();
        body.put("error", refusal.sentence());
        yield Reply.json(refusal.status(), body);
      }
    };
  }

  /** A field that is missing, named by the refusal. */
  private static Reply invalid(String field) {
    ObjectNode body = Json.object();
    body.putObject("error").putArray(field).add("can't be blank");
    body.putObject("details").putArray(field).addObject().put("error", "blank");
    return Reply.json(422, body);
  }

  @Override
  public Reply failed(int status) {
    return Reply.html(
        status, "<!doctype html><title>We're sorry, but something went wrong</title>");
  }

  @Override
  public Reply emptyPage(Ask ask) {
    ObjectNode body = Json.object();
    body.put("error", "Something went wrong");
    return Reply.json(body);
  }

  private static Reply symbolic(int status, String sentence, String name, String symbol) {
    ObjectNode body = Json.object();
    body.put("error", sentence);
    body.putObject("symbolic").put(name, symbol);
    return Reply.json(status, body);
  }
}
