package org.dunlin.console.api;

import java.util.List;
import org.dunlin.console.api.ProfileJson.FieldError;
import org.dunlin.core.profile.WrongProfile;
import org.dunlin.work.profile.SetInFile;
import org.dunlin.work.profile.StaleProfile;
import org.dunlin.work.profile.UnknownCompany;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Problems with profiles as RFC 9457 describes them, with {@code errors} by field. */
@RestControllerAdvice(assignableTypes = ProfileApi.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProfileProblems {
  @ExceptionHandler
  ProblemDetail unmet(RefusedRequest unmet) {
    return ProblemDetail.forStatusAndDetail(unmet.status(), String.valueOf(unmet.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail wrong(WrongRequest wrong) {
    HttpStatus status =
        wrong.errors().isEmpty() ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_ENTITY;
    return problem(status, String.valueOf(wrong.getMessage()), wrong.errors());
  }

  @ExceptionHandler
  ProblemDetail wrong(WrongProfile wrong) {
    return problem(
        HttpStatus.UNPROCESSABLE_ENTITY,
        "Some fields cannot be used; each says why.",
        wrong.errors().stream()
            .map(error -> new FieldError(error.field().key(), error.sentence()))
            .toList());
  }

  @ExceptionHandler
  ProblemDetail setInFile(SetInFile refused) {
    return problem(
        HttpStatus.CONFLICT,
        String.valueOf(refused.getMessage()),
        refused.places().entrySet().stream()
            .map(each -> new FieldError(each.getKey(), SetInFile.sentence(each.getValue())))
            .toList());
  }

  @ExceptionHandler
  ProblemDetail stale(StaleProfile stale) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.PRECONDITION_FAILED, String.valueOf(stale.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail absent(UnknownCompany absent) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.NOT_FOUND, String.valueOf(absent.getMessage()));
  }

  private static ProblemDetail problem(
      HttpStatus status, String sentence, List<FieldError> errors) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
    if (!errors.isEmpty()) {
      problem.setProperty("errors", errors);
    }
    return problem;
  }
}
