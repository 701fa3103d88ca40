package org.dunlin.sandbox.program.mollie;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Limit;
import org.dunlin.sandbox.program.Limits;
import org.dunlin.sandbox.program.Manners;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.TokenState;
import org.jspecify.annotations.Nullable;

/** How Mollie says what all programs say. It publishes no limit; this one is generous. */
final class MollieManners implements Manners {
  static final Limit MINUTE = new Limit("minute", 6000, Duration.ofMinutes(1));

  private static final String HAL = "application/hal+json";

  private final Clock clock;

  MollieManners(Clock clock) {
    this.clock = clock;
  }

  static Reply hal(int status, JsonNode body) {
    return Reply.of(status, HAL, Json.bytes(body));
  }

  @Override
  public Map<String, String> quotas(Limits.Verdict verdict) {
    return Map.of();
  }

  @Override
  public Reply tooMany(Limits.Verdict verdict, boolean told) {
    Reply reply = problem(429, "Too Many Requests", "You have made too many requests.", null);
    long seconds =
        verdict.quotas().stream()
            .findFirst()
            .map(quota -> 1 + Duration.between(clock.instant(), quota.resets()).toSeconds())
            .orElse(1L);
    return told ? reply.with("Retry-After", Long.toString(seconds)) : reply;
  }

  @Override
  public Reply unauthorised(TokenState state) {
    return problem(
        401, "Unauthorized Request", "Missing authentication, or failed to authenticate", null);
  }

  @Override
  public Reply refused(Refusal refusal) {
    return switch (refusal.status()) {
      case 404 -> problem(404, "Not Found", refusal.sentence(), null);
      case 403 -> problem(403, "Forbidden", refusal.sentence(), null);
      default -> problem(400, "Bad Request", refusal.sentence(), null);
    };
  }

  static Reply refused(MollieFault fault) {
    String title =
        switch (fault.status()) {
          case 404 -> "Not Found";
          case 403 -> "Forbidden";
          case 409 -> "Conflict";
          default -> "Unprocessable Entity";
        };
    return problem(fault.status(), title, fault.detail(), fault.field());
  }

  @Override
  public Reply failed(int status) {
    return problem(
        status,
        status == 503 ? "Service Unavailable" : "Internal Server Error",
        "The payment platform is temporarily unavailable",
        null);
  }

  @Override
  public Reply emptyPage(Ask ask) {
    return hal(200, body(500, "Internal Server Error", "Something went wrong", null));
  }

  private static Reply problem(int status, String title, String detail, @Nullable String field) {
    return hal(status, body(status, title, detail, field));
  }

  private static ObjectNode body(int status, String title, String detail, @Nullable String field) {
    ObjectNode body = Json.object();
    body.put("status", status).put("title", title).put("detail", detail);
    if (field != null) {
      body.put("field", field);
    }
    body.putObject("_links")
        .putObject("documentation")
        .put("href", "https://docs.mollie.com/reference/handling-errors")
        .put("type", "text/html");
    return body;
  }
}
