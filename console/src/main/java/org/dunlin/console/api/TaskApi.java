package org.dunlin.console.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dunlin.console.right.Needs;
import org.dunlin.core.agreement.CallOutcome;
import org.dunlin.core.agreement.DisputeReason;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.store.view.TaskKind;
import org.dunlin.store.view.WorkList;
import org.dunlin.store.view.WorkList.Urgency;
import org.dunlin.work.dialogue.Calls;
import org.dunlin.work.dialogue.Tasks;
import org.dunlin.work.record.TalkJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What there is to do for people, and what came of calls, as on the page of tasks. */
@RestController
@Needs(Right.SEE)
@RequestMapping(path = "/api/v1/companies/{company}", produces = MediaType.APPLICATION_JSON_VALUE)
class TaskApi {
  private static final List<String> KNOWN =
      List.of("assignee", "urgency", "kind", Asking.LIMIT, Asking.CURSOR);

  private final Stores stores;
  private final Tasks tasks;
  private final Calls calls;

  TaskApi(Stores stores) {
    this.stores = stores;
    tasks = new Tasks(stores);
    calls = new Calls(stores);
  }

  /** A page of them, the one of the most money first. */
  @GetMapping("/tasks")
  byte[] tasks(
      @PathVariable String company, @RequestParam MultiValueMap<String, String> parameters) {
    CompanyProfile profile = CompanyApi.mustExist(stores, company);
    Map<String, String> wrong = new LinkedHashMap<>();
    for (String name : parameters.keySet()) {
      if (!KNOWN.contains(name)) {
        wrong.put(name, "The list knows no such parameter; it knows " + String.join(", ", KNOWN));
      }
    }
    String assignee = parameters.getFirst("assignee");
    if (assignee != null && assignee.chars().anyMatch(Character::isISOControl)) {
      wrong.put("assignee", "A name without control characters is needed");
    }
    Urgency urgency = read(parameters, "urgency", Urgency::valueOf, wrong);
    TaskKind kind = read(parameters, "kind", TaskKind::valueOf, wrong);
    Integer limit = read(parameters, Asking.LIMIT, TaskApi::limit, wrong);
    Cursor after = read(parameters, Asking.CURSOR, Cursor::read, wrong);
    if (!wrong.isEmpty()) {
      throw new WrongParameters(wrong);
    }
    Page<String> page =
        stores
            .views()
            .workList()
            .page(
                company,
                profile.company().currency(),
                new WorkList.Choice(assignee, urgency, kind),
                stores.companies().businessDate(profile),
                after,
                limit == null ? Asking.USUAL : limit)
            .map(TalkJson::task);
    return RecordApi.json(new ArrayList<>(page.items()), page.next());
  }

  @Needs(Right.DECIDE)
  @PostMapping("/tasks/{kind}/{subject}/assign")
  byte[] assign(
      @PathVariable String company,
      @PathVariable TaskKind kind,
      @PathVariable String subject,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    CompanyApi.mustExist(stores, company);
    String assignee = TalkBody.orNothing(request, "An assignee", "assignee").text("assignee");
    TalkApi.saying(
        () -> {
          tasks.assign(company, kind, subject, assignee, by.getName());
          return kind;
        });
    return answered();
  }

  @Needs(Right.DECIDE)
  @PostMapping("/tasks/{kind}/{subject}/done")
  byte[] done(
      @PathVariable String company,
      @PathVariable TaskKind kind,
      @PathVariable String subject,
      Authentication by) {
    CompanyApi.mustExist(stores, company);
    TalkApi.saying(
        () -> {
          tasks.done(company, kind, subject, by.getName());
          return kind;
        });
    return answered();
  }

  /** What came of the call of an action. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/actions/{id}/called", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] called(
      @PathVariable String company,
      @PathVariable String id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    CompanyApi.mustExist(stores, company);
    TalkBody body =
        TalkBody.of(
            request, "An outcome", "outcome", "words", "amount", "on", "invoiceId", "reason");
    Calls.Said said =
        new Calls.Said(
            body.wordNeeded("outcome", CallOutcome.class),
            body.text("words"),
            body.amount("amount"),
            body.date("on"),
            body.id("invoiceId"),
            body.word("reason", DisputeReason.class));
    TalkApi.saying(
        () -> {
          calls.called(company, id, said, by.getName());
          return id;
        });
    return CanonicalWriter.line(stores.actions().find(company, id).orElseThrow())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] answered() {
    return "{}".getBytes(StandardCharsets.UTF_8);
  }

  private static Integer limit(String text) {
    int limit = Integer.parseInt(text);
    if (limit < 1 || limit > Asking.MOST) {
      throw new IllegalArgumentException();
    }
    return limit;
  }

  private static <T> @Nullable T read(
      MultiValueMap<String, String> parameters,
      String name,
      Function<String, T> reading,
      Map<String, String> wrong) {
    String text = parameters.getFirst(name);
    try {
      return text == null ? null : reading.apply(text);
    } catch (IllegalArgumentException e) {
      wrong.put(name, name + " is not one that the list knows.");
      return null;
    }
  }
}
