package org.dunlin.console.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.dunlin.console.api.ProblemType;
import org.dunlin.console.look.Appearance;
import org.dunlin.console.right.Open;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What is shown when a request cannot be answered: a sentence and a way back, never a trace; of the
 * API a problem as RFC 9457 describes it.
 */
@Controller
@Open
class ErrorPages implements ErrorController {

  @RequestMapping("/error")
  Object failure(HttpServletRequest request, Model model) {
    HttpStatus status = status(request);
    if (path(request).startsWith(request.getContextPath() + "/api/")) {
      ProblemDetail problem = problem(status);
      problem.setInstance(URI.create(path(request)));
      return ResponseEntity.of(problem).build();
    }
    Appearance look = Appearance.of(request);
    String key = "failure." + kind(status);
    model.addAttribute("look", look);
    model.addAttribute("code", status.value());
    model.addAttribute("title", look.words().say(key));
    model.addAttribute("sentence", look.words().say(key + ".means"));
    return "failure";
  }

  /** What was asked for, as it was written. */
  private static String path(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
        ? path
        : "";
  }

  private static ProblemDetail problem(HttpStatus status) {
    if (status.is5xxServerError()) {
      return ProblemType.FAILED.detail("The hub could not do this. Its log says why.");
    }
    return switch (status) {
      case NOT_FOUND -> ProblemType.NOT_FOUND.detail("There is no such resource.");
      case METHOD_NOT_ALLOWED ->
          ProblemType.UNKNOWN_METHOD.detail(
              "The resource knows no such method; the header Allow names them.");
      case NOT_ACCEPTABLE ->
          ProblemType.UNKNOWN_FORM.detail("The answer is application/json; accept that.");
      case UNSUPPORTED_MEDIA_TYPE ->
          ProblemType.UNKNOWN_CONTENT.detail("Content of this type is not taken here.");
      case PAYLOAD_TOO_LARGE ->
          ProblemType.TOO_LARGE.detail("The content is larger than what is taken here.");
      default -> ProblemType.NOT_UNDERSTOOD.detail("The request was not understood.");
    };
  }

  private static HttpStatus status(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    return status == null ? HttpStatus.NOT_FOUND : status;
  }

  private static String kind(HttpStatus status) {
    if (status.is5xxServerError()) {
      return "server";
    }
    return switch (status) {
      case NOT_FOUND -> "absent";
      case FORBIDDEN -> "refused";
      case TOO_MANY_REQUESTS -> "often";
      default -> "unclear";
    };
  }
}
