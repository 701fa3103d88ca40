package org.dunlin.console.outside;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Everything below {@code /p/} is a payer's. */
final class PayerServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient PayerDesk desk;

  PayerServlet(PayerDesk desk) {
    this.desk = desk;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.serve(request, response);
  }
}
