package org.dunlin.console.api;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.view.Questions;
import org.dunlin.work.person.Identify;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is answered where two records may be one; they themselves are a list among the others. */
@RestController
@Needs(Right.DECIDE)
@RequestMapping(
    path = "/api/v1/companies/{company}/questions/{id}",
    produces = MediaType.APPLICATION_JSON_VALUE)
class QuestionApi {
  private final Stores stores;
  private final Identify identify;

  QuestionApi(Stores stores, Identify identify) {
    this.stores = stores;
    this.identify = identify;
  }

  /** They are one. */
  @PostMapping("/same")
  byte[] same(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    find(company, id);
    identify.answer(company, id, true, by.getName());
    return json(company, id);
  }

  /** They are two. */
  @PostMapping("/different")
  byte[] different(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    find(company, id);
    identify.answer(company, id, false, by.getName());
    return json(company, id);
  }

  /** It is no task for some days; what it holds stays held. */
  @PostMapping("/later")
  byte[] later(@PathVariable String company, @PathVariable UUID id) {
    find(company, id);
    if (!identify.putOff(company, id)) {
      throw ProblemType.OTHER_STATE.because("The question is answered; undo the answer first.");
    }
    return json(company, id);
  }

  /** The answer is taken back, so that it is asked again unless all agrees. */
  @PostMapping("/undo")
  byte[] undo(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    find(company, id);
    if (!identify.undo(company, id, by.getName())) {
      throw ProblemType.OTHER_STATE.because("The question is open; there is no answer to undo.");
    }
    return json(company, id);
  }

  private byte[] json(String company, UUID id) {
    return QuestionJson.line(find(company, id)).getBytes(StandardCharsets.UTF_8);
  }

  private Questions.Line find(String company, UUID id) {
    CompanyApi.mustExist(stores, company);
    return stores
        .views()
        .questions()
        .find(company, id)
        .orElseThrow(
            () -> ProblemType.NOT_FOUND.because("The company has no question of this id."));
  }
}
