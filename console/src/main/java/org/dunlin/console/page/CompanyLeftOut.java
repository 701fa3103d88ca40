package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page that is asked for without a company is the first company's: somebody wrote the address by
 * hand. Of a form nothing is guessed.
 */
@ControllerAdvice(basePackageClasses = CompanyLeftOut.class)
class CompanyLeftOut {
  private static final String COMPANY = "company";

  private final Frames frames;

  CompanyLeftOut(Frames frames) {
    this.frames = frames;
  }

  @ExceptionHandler
  void chosen(
      MissingServletRequestParameterException missing,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (missing.getParameterName().equals(COMPANY) && request.getMethod().equals("GET")) {
      response.sendRedirect(
          frames
              .chosen(null, request)
              .map(
                  company ->
                      UriComponentsBuilder.fromPath(request.getRequestURI())
                          .query(request.getQueryString())
                          .queryParam(COMPANY, "{company}")
                          .build(company)
                          .toString())
              .orElse("/"));
    } else {
      response.sendError(HttpStatus.BAD_REQUEST.value());
    }
  }
}
