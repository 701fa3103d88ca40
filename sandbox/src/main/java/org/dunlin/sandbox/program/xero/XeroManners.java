package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Limit;
import org.dunlin.sandbox.program.Limits;
import org.dunlin.sandbox.program.Manners;
import org.dunlin.sandbox.program.Quota;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.TokenState;

/** How Xero says what all programs say. */
final class XeroManners implements Manners {
  static final Limit MINUTE = new Limit("minute", 60, Duration.ofMinutes(1));
  static final Limit DAY = new Limit("day", 5000, Duration.ofDays(1));
  static final Limit APP_MINUTE = new Limit("appminute", 10_000, Duration.ofMinutes(1));

  private final Clock clock;

  XeroManners(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Map<String, String> quotas(Limits.Verdict verdict) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Quota quota : verdict.quotas()) {
      headers.put(header(quota.limit().name()), Integer.toString(quota.remaining()));
    }
    return headers;
  }

  private static String header(String limit) {
    return switch (limit) {
      case "day" -> "X-DayLimit-Remaining";
      case "appminute" -> "X-AppMinLimit-Remaining";
      default -> "X-MinLimit-Remaining";
    };
  }

  @Override
  public Reply tooMany(Limits.Verdict verdict, boolean told) {
    Reply reply = Reply.empty(429);
    if (verdict.tooManyTogether()) {
      return reply.with("X-Rate-Limit-Problem", "concurrent");
    }
    String problem = verdict.exceeded().map(Limit::name).orElse("minute");
    Instant now = clock.instant();
    long seconds =
        verdict.quotas().stream()
            .filter(quota -> quota.limit().name().equals(problem))
            .map(quota -> 1 + Duration.between(now, quota.resets()).toSeconds())
            .findFirst()
            .orElse(1L);
    Reply problematic = reply.with("X-Rate-Limit-Problem", problem);
    return told ? problematic.with("Retry-After", Long.toString(seconds)) : problematic;
  }

  @Override
  public Reply unauthorised(TokenState state) {
    String detail =
        state == TokenState.EXPIRED
            ? "TokenExpired: token expired at " + clock.instant()
            : "AuthenticationUnsuccessful";
    return problem(401, "Unauthorized", detail);
  }

  static Reply forbidden() {
    return problem(403, "Forbidden", "AuthenticationUnsuccessful");
  }

  @Override
  public Reply refused(Refusal refusal) {
    return switch (refusal.status()) {
      case 404 -> Reply.text(404, "The resource you're looking for cannot be found");
      case 403 -> forbidden();
      default -> XeroFaults.validation(Json.object(), refusal.sentence());
    };
  }

  @Override
  public Reply failed(int status) {
    return problem(status, "An error occurred", "An error occurred in Xero.");
  }

  /** Xero answers so where a gateway before it gave up: nothing that was asked for is in it. */
  @Override
  public Reply emptyPage(Ask ask) {
    ObjectNode body = Json.object();
    body.put("Id", UUID.randomUUID().toString());
    body.put("Status", "ERROR");
    body.put("ProviderName", "Dunlin");
    body.put("DateTimeUTC", XeroFormats.moment(clock.instant()));
    return Reply.json(body);
  }

  private static Reply problem(int status, String title, String detail) {
    ObjectNode body = Json.object();
    body.put("Title", title);
    body.put("Status", status);
    body.put("Detail", detail);
    body.put("Instance", UUID.randomUUID().toString());
    return Reply.json(status, body);
  }
}
