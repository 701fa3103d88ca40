package org.dunlin.connectors.program.authorise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dunlin.connectors.program.Authorisation.Refresh;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.NotJson;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.answer.Answers;
import org.dunlin.connectors.program.answer.RetryAfter;
import org.dunlin.connectors.program.answer.Sentence;
import org.dunlin.connectors.program.answer.Verdict;
import org.dunlin.core.port.HttpReply;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer of a token endpoint (RFC 6749, 5) with what programs make of it: numbers as
 * text, no new refresh token, errors in answers that say 200.
 *
 * @param used the refresh token with which was asked, where one was
 */
record TokenReading(Program program, Refresh refresh, @Nullable String used, Instant now) {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
  private static final Set<String> PASSING =
      Set.of("temporarily_unavailable", "server_error", "slow_down");
  private static final Set<String> DENYING =
      Set.of(
          "invalid_request",
          "invalid_client",
          "invalid_scope",
          "invalid_token",
          "unauthorized_client",
          "unsupported_grant_type",
          "access_denied");
  private static final List<String> REFRESH_LASTS =
      List.of("refresh_token_expires_in", "x_refresh_token_expires_in", "refresh_expires_in");
  private static final String INVALID_GRANT = "invalid_grant";

  TokenAnswer read(HttpReply reply) {
    JsonNode body = json(reply);
    Optional<String> access = Json.text(body.path("access_token"));
    if (isGood(reply) && access.isPresent()) {
      return granted(body, access.get());
    }
    String sentence = sentence(reply, body);
    return Answers.ruled(program, reply, now)
        .flatMap(verdict -> later(verdict, sentence))
        .orElseGet(() -> refused(reply, body, sentence));
  }

  private TokenAnswer granted(JsonNode body, String access) {
    Instant expires = seconds(body, "expires_in").or(this::usual).map(now::plus).orElse(null);
    String next = Json.text(body.path("refresh_token")).orElse(used);
    Instant refreshExpires =
        next == null
            ? null
            : REFRESH_LASTS.stream()
                .flatMap(name -> seconds(body, name).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(refresh.lasts()))
                .map(now::plus)
                .orElse(null);
    Instant renewFrom = expires == null ? null : Renewal.from(refresh, now, expires);
    return new TokenAnswer.Granted(access, next, expires, renewFrom, refreshExpires);
  }

  private TokenAnswer refused(HttpReply reply, JsonNode body, String sentence) {
    int status = reply.status();
    String error = Json.text(body.path("error")).orElse("");
    boolean passing = status == 408 || status == 425 || status == 429 || status >= 500;
    boolean denies = DENYING.contains(error) || invalidGrant(reply, error) || refuses(status, body);
    if (passing || PASSING.contains(error) || !denies) {
      return new TokenAnswer.Later(RetryAfter.of(reply, now).orElse(null), sentence);
    }
    return new TokenAnswer.Denied(invalidGrant(reply, error), sentence);
  }

  /**
   * What an endpoint refuses it answers so (RFC 6749, 5.2). What stands between, such as a page
   * that says that the program is being maintained, says nothing of the access.
   */
  private static boolean refuses(int status, JsonNode body) {
    return (status == 400 || status == 401) && body.isObject();
  }

  /** What the error table says of such an answer, where it says that time will help. */
  private static Optional<TokenAnswer> later(Verdict verdict, String sentence) {
    return switch (verdict) {
      case Verdict.Wait wait -> Optional.of(new TokenAnswer.Later(wait.until(), sentence));
      case Verdict.Retry retry -> Optional.of(new TokenAnswer.Later(retry.notBefore(), sentence));
      case Verdict.Ok ok -> Optional.empty();
      case Verdict.Refresh renew -> Optional.empty();
      case Verdict.Reauthorise reauthorise -> Optional.empty();
      case Verdict.Gone gone -> Optional.empty();
      case Verdict.Refuse refuse -> Optional.empty();
    };
  }

  private String sentence(HttpReply reply, JsonNode body) {
    String name = program.manifest().name();
    String error = Json.text(body.path("error")).map(Sentence::of).orElse("");
    String said = Sentence.in(body).orElse("");
    String words = error.isEmpty() || said.contains(error) ? said : error + ": " + said;
    String place = name + " gave no access token (HTTP " + reply.status() + ")";
    return place + (words.isEmpty() ? "." : ": " + words);
  }

  /** Some say it in another field, or as bare text. */
  private static boolean invalidGrant(HttpReply reply, String error) {
    return error.equals(INVALID_GRANT)
        || (error.isEmpty()
            && new String(reply.body(), StandardCharsets.UTF_8).contains(INVALID_GRANT));
  }

  private Optional<Duration> usual() {
    return Optional.ofNullable(refresh.access());
  }

  private static Optional<Duration> seconds(JsonNode body, String field) {
    return Json.text(body.path(field))
        .map(String::strip)
        .filter(text -> SECONDS.matcher(text).matches())
        .map(text -> Long.parseLong(text.split("\\.", 2)[0]))
        .filter(seconds -> seconds > 0)
        .map(Duration::ofSeconds);
  }

  private static boolean isGood(HttpReply reply) {
    return reply.status() >= 200 && reply.status() < 300;
  }

  private static JsonNode json(HttpReply reply) {
    try {
      return Json.read(reply.body());
    } catch (NotJson e) {
      return MissingNode.getInstance();
    }
  }
}
