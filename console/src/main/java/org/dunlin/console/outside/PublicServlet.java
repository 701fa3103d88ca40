package org.dunlin.console.outside;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.console.api.GivenName;
import org.dunlin.console.api.ProblemType;
import org.dunlin.work.access.PushFile;
import org.dunlin.work.hook.HookAnswer;
import org.dunlin.work.hook.TakeNotice;
import org.dunlin.work.intake.Acceptance;
import org.dunlin.work.intake.WholeBody;
import org.jspecify.annotations.Nullable;

/** Takes what is pushed to hooks. Whoever asks for anything else learns that there is nothing. */
final class PublicServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String UNNAMED = "pushed";
  private static final int HOOK_PARTS = 4;

  /** The largest notice: what they tell of is fetched, so that none need be large. */
  private static final int MOST_NOTICE_BYTES = 1 << 20;

  private final transient PushFile pushes;
  private final transient @Nullable TakeNotice notices;
  private final long mostBytes;

  PublicServlet(PushFile pushes, @Nullable TakeNotice notices, long mostBytes) {
    this.pushes = pushes;
    this.notices = notices;
    this.mostBytes = mostBytes;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    BareAnswer answer = new BareAnswer(request, response);
    List<String> parts = List.of(request.getServletPath().split("/", -1));
    parts = parts.subList(1, parts.size());
    boolean hook = parts.size() == HOOK_PARTS && parts.getFirst().equals("hooks");
    if (hook && request.getMethod().equals("POST")) {
      push(parts.get(1), parts.get(2), parts.get(3), request, answer);
    } else if (parts.equals(List.of("")) && request.getMethod().matches("GET|HEAD")) {
      answer.welcome();
    } else {
      answer.nothing();
    }
  }

  private void push(
      String company,
      String connection,
      String secret,
      HttpServletRequest request,
      BareAnswer answer)
      throws IOException {
    if (!pushes.known(company, connection, secret)) {
      answer.nothing();
      return;
    }
    if (notices != null && notices.takes(company, connection)) {
      notice(notices, company, connection, request, answer);
      return;
    }
    if (request.getContentLengthLong() > mostBytes) {
      answer.problem(ProblemType.TOO_LARGE, tooLarge());
      return;
    }
    PushbackInputStream body = new PushbackInputStream(request.getInputStream());
    int first = body.read();
    if (first < 0) {
      answer.problem(ProblemType.EMPTY_CONTENT, "The body is empty; push the bytes of the file.");
      return;
    }
    body.unread(first);
    String name = GivenName.in(request.getQueryString()).orElse(UNNAMED);
    Optional<Acceptance> outcome;
    try (WholeBody whole = new WholeBody(body, mostBytes)) {
      outcome = pushes.push(company, connection, name, whole);
    }
    if (outcome.isEmpty()) {
      answer.later("A person paused this connection; push again once it is resumed.");
      return;
    }
    switch (outcome.get()) {
      case Acceptance.Accepted(UUID delivery) -> answer.taken(202, delivery);
      case Acceptance.CameBefore(UUID delivery) -> answer.taken(200, delivery);
      case Acceptance.Refused(String reason) -> answer.problem(ProblemType.TOO_LARGE, tooLarge());
    }
  }

  /** A notice lies in memory as a whole: its signature is over all of it. */
  private static void notice(
      TakeNotice notices,
      String company,
      String connection,
      HttpServletRequest request,
      BareAnswer answer)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST_NOTICE_BYTES + 1);
    if (body.length > MOST_NOTICE_BYTES) {
      answer.problem(
          ProblemType.TOO_LARGE,
          "A notice of more than " + MOST_NOTICE_BYTES + " bytes is not taken here.");
      return;
    }
    Map<String, List<String>> headers = new HashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, Collections.list(request.getHeaders(name)));
    }
    Optional<HookAnswer> taken = notices.take(company, connection, headers, body);
    if (taken.isPresent()) {
      answer.plain(taken.get().status(), taken.get().headers());
    } else {
      answer.nothing();
    }
  }

  private String tooLarge() {
    return "More than " + mostBytes + " bytes at once are not taken here; split the file.";
  }
}
