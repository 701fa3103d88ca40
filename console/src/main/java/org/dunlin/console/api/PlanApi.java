package org.dunlin.console.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dunlin.console.right.Needs;
import org.dunlin.core.dunning.PlanRefused;
import org.dunlin.core.model.Problem;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.dun.ChangePlans;
import org.dunlin.work.dun.KeptAhead;
import org.dunlin.work.dun.PlanNotTaken;
import org.dunlin.work.dun.PlanText;
import org.dunlin.work.dun.PlanUnreadable;
import org.dunlin.work.dun.PreviewBusy;
import org.dunlin.work.dun.PreviewPlans;
import org.dunlin.work.dun.ShownPlans;
import org.dunlin.work.rollout.SwitchPlans;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The dunning plans of a company, and what is ahead by them, as on their pages. */
@RestController
@Needs(Right.SEE)
@RequestMapping(path = "/api/v1/companies/{company}", produces = MediaType.APPLICATION_JSON_VALUE)
class PlanApi {
  private static final int USUAL_DAYS = 30;
  private static final String RETRY_SECONDS = "10";

  private final Stores stores;
  private final ShownPlans shown;
  private final SwitchPlans change;
  private final PreviewPlans preview;
  private final KeptAhead kept;

  PlanApi(Stores stores, SwitchPlans change, KeptAhead kept) {
    this.kept = kept;
    this.stores = stores;
    this.change = change;
    shown = new ShownPlans(stores);
    preview = new PreviewPlans(stores);
  }

  /** Those in force in their order, the others, and names that lead to none. */
  @GetMapping("/plans")
  ObjectNode plans(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    return PlanJson.all(shown.of(company));
  }

  /** Says which are in force, in their order. */
  @Needs(Right.PLAN)
  @PutMapping(path = "/plans", consumes = MediaType.APPLICATION_JSON_VALUE)
  ObjectNode choose(@PathVariable String company, HttpServletRequest request, Authentication by)
      throws IOException {
    CompanyApi.mustExist(stores, company);
    TalkBody body = TalkBody.of(request, "A choice of plans", "plans", ProfileJson.GO_LIVE_ANYWAY);
    String anyway = ProfileJson.reason(body.text(ProfileJson.GO_LIVE_ANYWAY));
    List<ChangePlans.Chosen> chosen =
        body.parts("plans", "id", "shadow").stream()
            .map(plan -> new ChangePlans.Chosen(plan.textNeeded("id"), plan.truth("shadow")))
            .toList();
    taken(
        () -> {
          change.choose(company, chosen, anyway, by.getName());
          return chosen;
        });
    return PlanJson.all(shown.of(company));
  }

  /** One plan with its text and its versions. */
  @GetMapping("/plans/{plan}")
  ObjectNode plan(@PathVariable String company, @PathVariable String plan) {
    CompanyApi.mustExist(stores, company);
    return PlanJson.one(
        shown
            .find(company, plan)
            .orElseThrow(
                () -> ProblemType.NOT_FOUND.because("The company has no plan with this id.")),
        stores.plans().versions(company, plan));
  }

  /** Saves a plan as a new version. */
  @Needs(Right.PLAN)
  @PutMapping(path = "/plans/{plan}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ObjectNode put(
      @PathVariable String company,
      @PathVariable String plan,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    CompanyApi.mustExist(stores, company);
    TalkBody body =
        TalkBody.of(request, "A plan", "yaml", "version", "choose", ProfileJson.GO_LIVE_ANYWAY);
    String yaml = body.textNeeded("yaml") + "\n";
    Integer version = body.number("version");
    boolean choose = body.truth("choose");
    String anyway = ProfileJson.reason(body.text(ProfileJson.GO_LIVE_ANYWAY));
    taken(() -> change.save(company, plan, version, yaml, choose, anyway, by.getName()));
    return plan(company, plan);
  }

  /** What saving it, with it in force, would do; nothing is kept. */
  @Needs(Right.PLAN)
  @PostMapping(path = "/plans/{plan}/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
  ObjectNode effect(
      @PathVariable String company, @PathVariable String plan, HttpServletRequest request)
      throws IOException {
    CompanyApi.mustExist(stores, company);
    TalkBody body = TalkBody.of(request, "A plan", "yaml", "days");
    String yaml = body.textNeeded("yaml");
    int days = days(body.number("days"));
    return PlanJson.effect(taken(() -> preview.effect(company, PlanText.plan(yaml, plan), days)));
  }

  /** What goes out in the days to come, what is held and why. */
  @GetMapping("/ahead")
  byte[] ahead(
      @PathVariable String company, @RequestParam(required = false) @Nullable Integer days) {
    CompanyApi.mustExist(stores, company);
    int reach = days(days);
    return taken(() -> PlanJson.ahead(kept.of(company, reach)));
  }

  private static int days(@Nullable Integer days) {
    if (days == null) {
      return USUAL_DAYS;
    }
    if (days < 1 || days > PreviewPlans.MOST_DAYS) {
      throw new WrongParameters(
          Map.of("days", "From 1 to " + PreviewPlans.MOST_DAYS + " days are foreseen."));
    }
    return days;
  }

  /** What cannot be taken is a problem of the API, with its place in the text. */
  private static <T> T taken(Supplier<T> taking) {
    try {
      return taking.get();
    } catch (PlanRefused e) {
      throw wrong(e.problem());
    } catch (PlanNotTaken e) {
      if (e.problem().code().equals("CHANGED_MEANWHILE")) {
        throw ProblemType.CHANGED_MEANWHILE.because(e.problem().message() + ".");
      }
      throw wrong(e.problem());
    } catch (PlanUnreadable e) {
      throw ProblemType.OTHER_STATE.because(String.valueOf(e.getMessage()));
    } catch (PreviewBusy e) {
      ErrorResponseException busy =
          ProblemType.BUSY.because(
              "It, or another preview, is being reckoned; ask again in some seconds.");
      busy.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
      throw busy;
    }
  }

  private static RuntimeException wrong(Problem problem) {
    return ProblemType.WRONG_FIELD.because(problem.code() + ": " + problem.sentence() + ".");
  }
}
