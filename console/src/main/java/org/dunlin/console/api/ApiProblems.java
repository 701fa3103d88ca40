package org.dunlin.console.api;

import java.util.List;
import java.util.Map;
import org.dunlin.console.right.NotAllowed;
import org.dunlin.console.right.OtherCompany;
import org.dunlin.store.Collision;
import org.dunlin.store.access.Right;
import org.dunlin.store.access.Scope;
import org.dunlin.store.page.WrongCursor;
import org.dunlin.work.privacy.RefusedErasure;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What the API throws, as problems. */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
class ApiProblems {
  @ExceptionHandler
  ProblemDetail thrown(ErrorResponseException thrown) {
    return thrown.getBody();
  }

  /** In the words for a company that there is not. */
  @ExceptionHandler
  ProblemDetail notTheirs(OtherCompany other) {
    return ProblemType.NOT_FOUND.detail(CompanyApi.NO_COMPANY);
  }

  @ExceptionHandler
  ProblemDetail notAllowed(NotAllowed refused, Authentication caller) {
    Right right = refused.right();
    if (TokenCaller.token(caller).isEmpty() || right == null) {
      return ProblemType.NOT_ALLOWED.detail("Your roles do not allow this.");
    }
    return ProblemType.MISSING_SCOPE.detail(
        Scope.giving(right)
            .map(Scope::word)
            .map(
                scope ->
                    "This needs a token with the scope " + scope + "; this token has not got it.")
            .orElse("No token allows this; a person does it in the console."));
  }

  @ExceptionHandler
  ProblemDetail notHere(NoSuchCustomer absent) {
    return ProblemType.NOT_FOUND.detail("The company has no customer of this id.");
  }

  /** What is wrong within the path is not there; what follows it is a parameter. */
  @ExceptionHandler
  ProblemDetail wrong(MethodArgumentTypeMismatchException wrong) {
    if (!wrong.getParameter().hasParameterAnnotation(RequestParam.class)) {
      return ProblemType.NOT_FOUND.detail("The company has nothing of this id.");
    }
    boolean flag = boolean.class.equals(wrong.getRequiredType());
    String expected = flag ? "true or false" : "of the form that docs/openapi.json says";
    return wrongParameters(Map.of(wrong.getName(), wrong.getName() + " must be " + expected + "."));
  }

  @ExceptionHandler
  ProblemDetail refused(RefusedErasure refused) {
    return ProblemType.ERASURE_REFUSED.detail(String.valueOf(refused.getMessage()));
  }

  /** Somebody else decided at the same moment, and the database let that one be the first. */
  @ExceptionHandler
  ProblemDetail refused(Collision collision) {
    return ProblemType.OTHER_STATE.detail(
        "Somebody else was deciding at the same moment; nothing was changed, read it again.");
  }

  @ExceptionHandler
  ProblemDetail wrongPlace(WrongCursor wrong) {
    return wrongParameters(Map.of("cursor", String.valueOf(wrong.getMessage())));
  }

  @ExceptionHandler
  ProblemDetail wrong(WrongParameters wrong) {
    return wrongParameters(wrong.sentences());
  }

  /** All that are wrong are told at once. */
  private static ProblemDetail wrongParameters(Map<String, String> sentences) {
    ProblemDetail problem =
        ProblemType.WRONG_PARAMETER.detail(String.join(" ", sentences.values()));
    List<Map<String, String>> errors =
        sentences.entrySet().stream()
            .map(wrong -> Map.of("parameter", wrong.getKey(), "detail", wrong.getValue()))
            .toList();
    problem.setProperty("errors", errors);
    return problem;
  }
}
