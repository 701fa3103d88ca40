package org.dunlin.console.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.dunlin.console.right.Needs;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Action;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.company.SendingHours;
import org.dunlin.work.dun.ApproveActions;
import org.dunlin.work.dun.SetSendingHours;
import org.dunlin.work.dun.SetTestPhone;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person has to approve, the hours in which messages leave, and where tests go. */
@RestController
@Needs(Right.SEE)
@RequestMapping(path = "/api/v1/companies/{company}", produces = MediaType.APPLICATION_JSON_VALUE)
class ApprovalApi {
  private static final int MOST = 500;

  private final Stores stores;
  private final ApproveActions approvals;
  private final SetSendingHours hours;
  private final SetTestPhone testPhone;

  ApprovalApi(Stores stores) {
    this.stores = stores;
    approvals = new ApproveActions(stores);
    hours = new SetSendingHours(stores);
    testPhone = new SetTestPhone(stores);
  }

  /** The actions that wait, the oldest first; the others follow once these are decided. */
  @GetMapping("/approvals")
  byte[] waiting(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    return RecordApi.json(
        stores.approvals().waiting(company, MOST).stream().map(CanonicalWriter::line).toList(),
        null);
  }

  @Needs(Right.DECIDE)
  @PostMapping("/actions/{id}/approve")
  byte[] approve(@PathVariable String company, @PathVariable String id, Authentication by) {
    CompanyApi.mustExist(stores, company);
    return answered(company, id, approvals.approve(company, List.of(id), by.getName()));
  }

  /** Refuses it, and holds its invoices until a day. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/actions/{id}/refuse", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] refuse(
      @PathVariable String company,
      @PathVariable String id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    CompanyApi.mustExist(stores, company);
    TalkBody body = TalkBody.of(request, "A refusal", "until", "words");
    LocalDate until = body.dateNeeded("until");
    String why = body.textNeeded("words");
    int refused =
        TalkApi.saying(() -> approvals.refuse(company, List.of(id), until, why, by.getName()));
    return answered(company, id, refused);
  }

  @GetMapping("/sending-hours")
  byte[] hours(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    return json(stores.companies().sendingHours(company));
  }

  @Needs(Right.PLAN)
  @PutMapping(path = "/sending-hours", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] setHours(@PathVariable String company, HttpServletRequest request, Authentication by)
      throws IOException {
    CompanyApi.mustExist(stores, company);
    TalkBody body = TalkBody.of(request, "Hours of sending", "opens", "closes");
    try {
      SendingHours said =
          new SendingHours(
              LocalTime.parse(body.textNeeded("opens")),
              LocalTime.parse(body.textNeeded("closes")));
      hours.set(company, said, by.getName());
      return json(said);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw ProblemType.WRONG_FIELD.because(
          "Two times of one day are needed, such as 08:00 and 20:00, the later one last.");
    }
  }

  @GetMapping("/test-phone")
  byte[] testPhone(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    return phone(stores.sentTexts().testNumber(company));
  }

  @Needs(Right.PLAN)
  @PutMapping(path = "/test-phone", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] setTestPhone(@PathVariable String company, HttpServletRequest request, Authentication by)
      throws IOException {
    CompanyApi.mustExist(stores, company);
    TalkBody body = TalkBody.of(request, "A test number", "number");
    try {
      return phone(testPhone.set(company, body.text("number"), by.getName()));
    } catch (IllegalArgumentException e) {
      throw ProblemType.WRONG_FIELD.because(String.valueOf(e.getMessage()));
    }
  }

  private static byte[] phone(Optional<String> number) {
    return number
        .map("{\"number\":\"%s\"}"::formatted)
        .orElse("{}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] answered(String company, String id, int changed) {
    Action action =
        stores
            .actions()
            .find(company, id)
            .orElseThrow(
                () -> ProblemType.NOT_FOUND.because("The company has no action with this id."));
    if (changed == 0) {
      throw ProblemType.OTHER_STATE.because("It does not wait for an approval; read it again.");
    }
    return CanonicalWriter.line(action).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] json(SendingHours hours) {
    return "{\"opens\":\"%s\",\"closes\":\"%s\"}"
        .formatted(hours.opens(), hours.closes())
        .getBytes(StandardCharsets.UTF_8);
  }
}
