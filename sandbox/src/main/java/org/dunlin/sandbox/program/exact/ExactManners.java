package org.dunlin.sandbox.program.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** How Exact Online says what all programs say. */
final class ExactManners implements Manners {
  static final Limit MINUTE = new Limit("minute", 60, Duration.ofMinutes(1));
  static final Limit DAY = new Limit("day", 5000, Duration.ofDays(1));

  /** Resets are milliseconds since 1970. */
  @Override
  public Map<String, String> quotas(Limits.Verdict verdict) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Quota quota : verdict.quotas()) {
      String name =
          quota.limit().name().equals("minute") ? "X-RateLimit-Minutely-" : "X-RateLimit-";
      headers.put(name + "Limit", Integer.toString(quota.limit().most()));
      headers.put(name + "Remaining", Integer.toString(quota.remaining()));
      headers.put(name + "Reset", Long.toString(quota.resets().toEpochMilli()));
    }
    return headers;
  }

  /** When to come again is told by the headers of {@link #quotas} alone. */
  @Override
  public Reply tooMany(Limits.Verdict verdict, boolean told) {
    return fault(429, "Too many requests.");
  }

  @Override
  public Reply unauthorised(TokenState state) {
    return fault(401, "Unauthorized.");
  }

  @Override
  public Reply refused(Refusal refusal) {
    return fault(refusal.status(), refusal.sentence());
  }

  @Override
  public Reply failed(int status) {
    return fault(status, "An error has occurred.");
  }

  @Override
  public Reply emptyPage(Ask ask) {
    return Reply.json(faulty("An error has occurred."));
  }

  private static Reply fault(int status, String sentence) {
    return Reply.json(status, faulty(sentence));
  }

  private static ObjectNode faulty(String sentence) {
    ObjectNode body = Json.object();
    ObjectNode error = body.putObject("error");
    error.put("code", "");
    error.putObject("message").put("lang", "").put("value", sentence);
    return body;
  }
}
