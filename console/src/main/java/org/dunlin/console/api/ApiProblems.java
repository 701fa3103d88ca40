package org.dunlin.console.api;

import org.dunlin.work.privacy.RefusedErasure;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Problems of the API as RFC 9457 describes them. */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
class ApiProblems {
  @ExceptionHandler({NoSuchCustomer.class, MethodArgumentTypeMismatchException.class})
  ProblemDetail notHere() {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.NOT_FOUND, "The company has no customer of this id.");
  }

  @ExceptionHandler
  ProblemDetail refused(RefusedErasure refused) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.CONFLICT, String.valueOf(refused.getMessage()));
  }
}
