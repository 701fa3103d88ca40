package org.dunlin.console.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dunlin.work.access.AnswerOnce;
import org.dunlin.work.access.AnswerOnce.Asked;
import org.dunlin.work.access.AnswerOnce.Begun;
import org.dunlin.work.access.KeptAnswer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a request that comes again under the same {@code Idempotency-Key} as it was answered the
 * first time (draft-ietf-httpapi-idempotency-key-header). What was refused and may be otherwise a
 * moment later is asked anew.
 */
final class AnswersOnce extends OncePerRequestFilter {
  static final String KEY = "Idempotency-Key";

  /** Says of an answer that it is the first one, given again. */
  static final String REPEATED = "Idempotency-Replayed";

  private static final int LONGEST_KEY = 255;
  private static final int FAILED = 500;
  private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
  private static final List<String> KEPT_HEADERS =
      List.of(
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.CONTENT_DISPOSITION,
          HttpHeaders.ETAG,
          HttpHeaders.LOCATION);

  private final AnswerOnce answers;
  private final Refusals refusals;

  AnswersOnce(AnswerOnce answers, Refusals refusals) {
    this.answers = answers;
    this.refusals = refusals;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !WRITES.contains(request.getMethod()) || request.getHeader(KEY) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    Optional<String> key = key(request);
    if (key.isEmpty()) {
      refusals.write(
          response,
          ProblemType.WRONG_KEY,
          "Idempotency-Key must be one text of 1 to 255 visible characters, best a random UUID.");
      return;
    }
    switch (answers.begin(asked(request, key.get()))) {
      case Begun.Now now -> carryOut(now, request, response, next);
      case Begun.Before before -> again(before, request, response);
      case Begun.Other other -> otherRequest(response);
      case Begun.Running running ->
          refusals.write(
              response,
              ProblemType.STILL_RUNNING,
              "A request with this Idempotency-Key is being carried out; ask again in a moment.");
      case Begun.Unknown unknown ->
          refusals.write(
              response,
              ProblemType.OUTCOME_UNKNOWN,
              "A request with this Idempotency-Key began and was never answered, because the hub"
                  + " was stopped. Look whether it was carried out; to ask again, use another"
                  + " key.");
    }
  }

  private void carryOut(
      Begun.Now now, HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    DigestedRequest digested = new DigestedRequest(request);
    KeptResponse kept = new KeptResponse(response);
    boolean returned = false;
    try {
      next.doFilter(digested, kept);
      returned = true;
    } finally {
      if (!returned) {
        ended(now, digested, FAILED);
      }
    }
    int status = kept.getStatus();
    if (digested.isBroken() || isUndone(status)) {
      answers.giveBack(now);
    } else if (kept.isError() || status >= FAILED) {
      ended(now, digested, status);
    } else {
      answers.end(now, digested.digest(), answer(kept));
    }
    kept.copyBodyToResponse();
  }

  /** Of what broke off in the middle it is not known whether it was carried out. */
  private void ended(Begun.Now now, DigestedRequest digested, int status) throws IOException {
    if (digested.isBroken()) {
      answers.giveBack(now);
    } else {
      answers.end(now, digested.digest(), status);
    }
  }

  /** Refused as things stood, or for want of room; nothing was carried out. */
  private static boolean isUndone(int status) {
    return switch (status) {
      case 400, 422, FAILED -> false;
      default -> status >= 400;
    };
  }

  private static KeptAnswer answer(KeptResponse kept) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : KEPT_HEADERS) {
      String value = HttpHeaders.CONTENT_TYPE.equals(name) ? kept.getContentType() : null;
      String said = value == null ? kept.getHeader(name) : value;
      if (said != null) {
        headers.put(name, said);
      }
    }
    return new KeptAnswer(kept.getStatus(), headers, kept.getContentAsByteArray());
  }

  private void again(Begun.Before before, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!before.isOf(new DigestedRequest(request).digest())) {
      otherRequest(response);
      return;
    }
    Optional<KeptAnswer> answer = before.answer();
    if (answer.isEmpty()) {
      refusals.write(
          response,
          ProblemType.ANSWER_NOT_KEPT,
          "A request with this Idempotency-Key was answered with the status "
              + before.status()
              + "; the answer itself is not kept. Read what became of it; to ask again, use another"
              + " key.");
      return;
    }
    response.setStatus(answer.get().status());
    answer.get().headers().forEach(response::setHeader);
    response.setHeader(REPEATED, "true");
    response.getOutputStream().write(answer.get().body());
  }

  private void otherRequest(HttpServletResponse response) throws IOException {
    refusals.write(
        response,
        ProblemType.KEY_USED,
        "This Idempotency-Key stands for another request of the last 24 hours; use a new one.");
  }

  private static Asked asked(HttpServletRequest request, String key) {
    String who = CallLimit.caller().orElseThrow();
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    return new Asked(
        who,
        String.valueOf(request.getHeader(HttpHeaders.AUTHORIZATION)),
        key,
        request.getMethod() + " " + request.getRequestURI() + query);
  }

  /** With the quotes of a structured field (RFC 9651), or without, as most programs send it. */
  private static Optional<String> key(HttpServletRequest request) {
    var values = request.getHeaders(KEY);
    String value = values.nextElement().strip();
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    String key = quoted ? value.substring(1, value.length() - 1) : value;
    boolean good =
        !key.isEmpty()
            && key.length() <= LONGEST_KEY
            && key.chars().allMatch(c -> c > ' ' && c < 127)
            && !values.hasMoreElements();
    return good ? Optional.of(key) : Optional.empty();
  }
}
