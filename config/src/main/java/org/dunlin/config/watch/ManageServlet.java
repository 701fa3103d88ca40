package org.dunlin.config.watch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Answers programs that watch the hub; it only tells and changes nothing. */
final class ManageServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final JsonMapper JSON = new JsonMapper();

  private final transient Metrics metrics;
  private final transient Readiness readiness;

  ManageServlet(Metrics metrics, Readiness readiness) {
    this.metrics = metrics;
    this.readiness = readiness;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getRequestURI()) {
      case "/health/live" -> health(response, List.of());
      case "/health/ready" -> health(response, readiness.problems());
      case "/prometheus" ->
          answer(response, "text/plain; version=0.0.4; charset=utf-8", metrics.text());
      default -> response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static void health(HttpServletResponse response, List<String> problems)
      throws IOException {
    boolean well = problems.isEmpty();
    response.setStatus(
        well ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    Map<String, Object> said =
        well ? Map.of("status", "UP") : Map.of("status", "DOWN", "problems", problems);
    answer(response, "application/json", JSON.writeValueAsString(said));
  }

  private static void answer(HttpServletResponse response, String type, String body)
      throws IOException {
    response.setContentType(type);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
  }
}
