package org.dunlin.console.api;

import java.util.List;
import org.dunlin.console.api.ProfileJson.FieldError;
import org.dunlin.core.profile.WrongProfile;
import org.dunlin.work.link.Unlinked;
import org.dunlin.work.profile.SetInFile;
import org.dunlin.work.profile.StaleProfile;
import org.dunlin.work.profile.UnknownCompany;
import org.dunlin.work.program.WrongSettings;
import org.dunlin.work.rollout.NotReady;
import org.dunlin.work.rollout.Point;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Problems with profiles, connections and decisions as RFC 9457 describes them, with {@code errors}
 * by field.
 */
@RestControllerAdvice(
    assignableTypes = {
      ProfileApi.class,
      ConnectionApi.class,
      ReviewApi.class,
      CreditNoteReviewApi.class,
      PayerApi.class,
      RefundApi.class,
      CreditNoteApi.class,
      TalkApi.class,
      TemplateApi.class,
      PlanApi.class,
      ApprovalApi.class,
      TaskApi.class,
      ReplayApi.class,
      RouteApi.class,
      MandateApi.class,
      PaymentLinkApi.class,
      EndpointApi.class,
      TrafficApi.class,
      CollectApi.class,
      RuleApi.class,
      SheetApi.class,
      SettingApi.class
    })
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProfileProblems {
  @ExceptionHandler
  ProblemDetail wrong(WrongRequest wrong) {
    ProblemType type =
        wrong.errors().isEmpty() ? ProblemType.NOT_UNDERSTOOD : ProblemType.WRONG_FIELD;
    return problem(type, String.valueOf(wrong.getMessage()), wrong.errors());
  }

  @ExceptionHandler
  ProblemDetail wrong(WrongProfile wrong) {
    return problem(
        ProblemType.WRONG_FIELD,
        "Some fields cannot be used; each says why.",
        wrong.errors().stream()
            .map(error -> new FieldError(error.field().key(), error.sentence()))
            .toList());
  }

  @ExceptionHandler
  ProblemDetail wrong(WrongSettings wrong) {
    return problem(
        ProblemType.WRONG_FIELD,
        "Some settings cannot be used; each says why.",
        wrong.faults().stream()
            .map(fault -> new FieldError(fault.setting(), fault.sentence()))
            .toList());
  }

  @ExceptionHandler
  ProblemDetail unlinked(Unlinked unlinked) {
    String sentence = String.valueOf(unlinked.getMessage());
    return problem(ProblemType.WRONG_FIELD, sentence, List.of(new FieldError("program", sentence)));
  }

  @ExceptionHandler
  ProblemDetail setInFile(SetInFile refused) {
    return problem(
        ProblemType.SET_IN_FILE,
        String.valueOf(refused.getMessage()),
        refused.places().entrySet().stream()
            .map(each -> new FieldError(each.getKey(), SetInFile.sentence(each.getValue())))
            .toList());
  }

  @ExceptionHandler
  ProblemDetail notReady(NotReady refused) {
    ProblemDetail problem =
        ProblemType.NOT_READY.detail(
            refused.getMessage()
                + " Or say in "
                + ProfileJson.GO_LIVE_ANYWAY
                + " why it is done all the same.");
    problem.setProperty("open", refused.open().stream().map(Point::name).toList());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail stale(StaleProfile stale) {
    return ProblemType.CHANGED_MEANWHILE.detail(String.valueOf(stale.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail absent(UnknownCompany absent) {
    return ProblemType.NOT_FOUND.detail(String.valueOf(absent.getMessage()));
  }

  private static ProblemDetail problem(ProblemType type, String sentence, List<FieldError> errors) {
    ProblemDetail problem = type.detail(sentence);
    if (!errors.isEmpty()) {
      problem.setProperty("errors", errors);
    }
    return problem;
  }
}
