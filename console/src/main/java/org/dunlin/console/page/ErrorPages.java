package org.dunlin.console.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
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
class ErrorPages implements ErrorController {

  @RequestMapping("/error")
  Object failure(HttpServletRequest request, Model model) {
    HttpStatus status = status(request);
    if (ofTheApi(request)) {
      return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail(status))).build();
    }
    Appearance look = Appearance.of(request);
    String key = "failure." + kind(status);
    model.addAttribute("look", look);
    model.addAttribute("code", status.value());
    model.addAttribute("title", look.words().say(key));
    model.addAttribute("sentence", look.words().say(key + ".means"));
    return "failure";
  }

  private static boolean ofTheApi(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
        && path.startsWith(request.getContextPath() + "/api/");
  }

  private static String detail(HttpStatus status) {
    if (status.is5xxServerError()) {
      return "The hub could not do this. Its log says why.";
    }
    return switch (status) {
      case NOT_FOUND -> "There is no such resource.";
      case METHOD_NOT_ALLOWED -> "The resource knows no such method; the header Allow names them.";
      default -> "The request was not understood.";
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
      default -> "unclear";
    };
  }
}
