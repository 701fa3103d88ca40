package org.dunlin.connectors.program.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.dunlin.connectors.program.Program;
import org.dunlin.core.port.HttpReply;

/** What an answer means by its HTTP status alone (RFC 9110 and RFC 6585). */
final class Defaults {
  private static final Duration WAIT = Duration.ofMinutes(1);
  private static final Map<Integer, String> STATUSES =
      Map.ofEntries(
          Map.entry(400, "does not understand the request"),
          Map.entry(401, "does not accept the credentials"),
          Map.entry(403, "does not permit this; see what the connection may do there"),
          Map.entry(404, "does not have it"),
          Map.entry(408, "waited too long for the request"),
          Map.entry(409, "says that it conflicts with what is there"),
          Map.entry(410, "does not have it any more"),
          Map.entry(422, "does not accept the content"),
          Map.entry(425, "wants to be asked later"),
          Map.entry(429, "has been asked too often"),
          Map.entry(500, "has failed inside"),
          Map.entry(502, "cannot be reached behind its own door"),
          Map.entry(503, "is not available"),
          Map.entry(504, "did not answer behind its own door in time"));

  private Defaults() {}

  static Verdict of(Program program, Answered answered, Instant now) {
    HttpReply reply = answered.reply();
    int status = reply.status();
    return switch (status) {
      case 304 -> new Verdict.Ok();
      case 401 -> new Verdict.Refresh();
      case 404, 410 -> new Verdict.Gone();
      case 408, 425 -> retry(program, answered, now);
      case 429 ->
          new Verdict.Wait(
              RetryAfter.of(reply, now).orElse(now.plus(WAIT)), null, sentence(program, answered));
      default -> {
        if (status >= 200 && status < 300) {
          yield new Verdict.Ok();
        }
        yield status >= 500
            ? retry(program, answered, now)
            : new Verdict.Refuse(sentence(program, answered));
      }
    };
  }

  /** What the program answered, in words. */
  static String sentence(Program program, Answered answered) {
    int status = answered.reply().status();
    String words = STATUSES.getOrDefault(status, otherwise(status));
    String said = Sentence.in(answered.body()).map(text -> ": " + text).orElse("");
    return program.manifest().name() + " " + words + " (HTTP " + status + ")" + said;
  }

  private static String otherwise(int status) {
    if (status >= 300 && status < 400) {
      return "sends the request to another address, which the hub does not follow";
    }
    return status >= 500 ? "has failed" : status < 300 ? "answered" : "refuses the request";
  }

  private static Verdict retry(Program program, Answered answered, Instant now) {
    return new Verdict.Retry(
        RetryAfter.of(answered.reply(), now).orElse(null), sentence(program, answered));
  }
}
