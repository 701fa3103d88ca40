package org.dunlin.console.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.MediaType;

/**
 * Answers requests that the server could not read, such as an address that is none, before anything
 * of the hub sees them: a problem (RFC 9457) below {@code /api/}, else a plain page; nothing of
 * them names the server.
 */
public final class UnreadRequests extends ErrorReportValve {
  private static final String SENTENCE = "The address or the head of the request cannot be read.";

  /** Puts it in the place of the server's own reports. */
  static final class Customizer
      implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
      factory.addContextCustomizers(
          context -> {
            if (context.getParent() instanceof StandardHost host) {
              host.setErrorReportValveClass(UnreadRequests.class.getName());
            }
          });
    }
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    boolean api = String.valueOf(request.getRequestURI()).startsWith("/api/");
    byte[] body = (api ? problem(status) : page()).getBytes(StandardCharsets.UTF_8);
    response.setContentType(
        api ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : "text/html;charset=utf-8");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    try {
      response.getOutputStream().write(body);
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      container.getLogger().debug("whoever asked has gone", e);
    }
  }

  private static String problem(int status) {
    ProblemType type = status < 500 ? ProblemType.NOT_UNDERSTOOD : ProblemType.FAILED;
    return "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
        .formatted(type.uri(), type.title(), status, SENTENCE);
  }

  private static String page() {
    return "<!doctype html><html lang=\"en\"><title>Dunlin</title><p>"
        + SENTENCE
        + "<p><a href=\"/\">To the first page</a>";
  }
}
