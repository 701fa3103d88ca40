package org.dunlin.console.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer that is kept before it leaves. */
final class KeptResponse extends ContentCachingResponseWrapper {
  private boolean error;

  KeptResponse(HttpServletResponse response) {
    super(response);
  }

  /** Whether the server answers in its own words, which are not seen here. */
  boolean isError() {
    return error;
  }

  @Override
  public void sendError(int status) throws IOException {
    error = true;
    super.sendError(status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    error = true;
    super.sendError(status, message);
  }
}
