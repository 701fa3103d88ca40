package org.dunlin.console.outside;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.dunlin.console.api.ProblemType;

/** An answer to somebody whom nobody knows: short, and nothing in it that a browser would run. */
final class BareAnswer {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String RETRY_SECONDS = "600";

  private final HttpServletRequest request;
  private final HttpServletResponse response;

  BareAnswer(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    this.response = response;
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
  }

  void welcome() throws IOException {
    write(200, "text/html;charset=utf-8", page("There is nothing to see here."));
  }

  /** Of all that is not there, and of all that nobody may know to be there. */
  void nothing() throws IOException {
    String accept = request.getHeader("Accept");
    if (accept != null && accept.contains("text/html")) {
      write(404, "text/html;charset=utf-8", page("There is no such page."));
    } else {
      problem(ProblemType.NOT_FOUND, "There is nothing at this address.");
    }
  }

  void taken(int status, UUID delivery) throws IOException {
    ObjectNode taken = JSON.createObjectNode().put("delivery", delivery.toString());
    write(status, "application/json", taken.toString());
  }

  /** An answer without a body, to a program that asks for no more. */
  void plain(int status, Map<String, String> headers) {
    headers.forEach(response::setHeader);
    response.setStatus(status);
    response.setContentLength(0);
  }

  /** That it may be tried again, after some minutes. */
  void later(String detail) throws IOException {
    response.setHeader("Retry-After", RETRY_SECONDS);
    problem(503, ProblemType.CONNECTION_PAUSED, detail);
  }

  void problem(ProblemType type, String detail) throws IOException {
    problem(type.status().value(), type, detail);
  }

  private void problem(int status, ProblemType type, String detail) throws IOException {
    ObjectNode problem =
        JSON.createObjectNode()
            .put("type", type.uri().toString())
            .put("title", type.title())
            .put("status", status)
            .put("detail", detail);
    write(status, "application/problem+json", problem.toString());
  }

  private static String page(String sentence) {
    return "<!doctype html><html lang=\"en\"><title>" + sentence + "</title><p>" + sentence;
  }

  private void write(int status, String type, String body) throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
