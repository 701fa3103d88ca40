package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.dunlin.console.login.CodeNeeded;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Refuses before a request reaches the API, in the form of RFC 9457. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (failure instanceof LockedException) {
      write(
          response,
          ProblemType.TOO_MANY_ATTEMPTS,
          "Too many wrong passwords or tokens came from here. Wait a little before you try again.");
    } else if (failure instanceof AuthenticationServiceException) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
      write(
          response,
          ProblemType.NOT_CHECKED,
          "The password or token could not be checked just now. Try again in a moment.");
    } else if (failure instanceof CodeNeeded) {
      response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Dunlin\"");
      write(
          response,
          ProblemType.UNKNOWN_CALLER,
          "Whoever signs in by two steps calls with a token, as in Authorization: Bearer dunlin_…");
    } else {
      response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Dunlin\"");
      response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Dunlin\", charset=\"UTF-8\"");
      write(
          response,
          ProblemType.UNKNOWN_CALLER,
          "Give a token that is neither expired nor revoked, as in Authorization: Bearer dunlin_…;"
              + " or name and password by HTTP Basic.");
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
      throws IOException {
    write(response, ProblemType.NOT_ALLOWED, "This user may not do this.");
  }

  void write(HttpServletResponse response, ProblemType type, String detail) throws IOException {
    ObjectNode problem =
        JSON.createObjectNode()
            .put("type", type.uri().toString())
            .put("title", type.title())
            .put("status", type.status().value())
            .put("detail", detail);
    response.setStatus(type.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(problem.toString().getBytes(StandardCharsets.UTF_8));
  }
}
