package org.dunlin.console.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import org.dunlin.console.right.Needs;
import org.dunlin.core.agreement.DisputeReason;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.dialogue.Arrangements;
import org.dunlin.work.dialogue.Disputes;
import org.dunlin.work.dialogue.Holds;
import org.dunlin.work.dialogue.NotSaid;
import org.dunlin.work.dialogue.Notes;
import org.dunlin.work.dialogue.Promises;
import org.dunlin.work.dialogue.Refusal;
import org.dunlin.work.record.TalkJson;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What programs say of a customer, and how it ends, as on the pages. */
@RestController
@Needs(Right.DECIDE)
@RequestMapping(path = "/api/v1/companies/{company}", produces = MediaType.APPLICATION_JSON_VALUE)
class TalkApi {
  private final Stores stores;
  private final Promises promises;
  private final Disputes disputes;
  private final Arrangements arrangements;
  private final Holds holds;
  private final Notes notes;

  TalkApi(Stores stores) {
    this.stores = stores;
    promises = new Promises(stores);
    disputes = new Disputes(stores);
    arrangements = new Arrangements(stores);
    holds = new Holds(stores);
    notes = new Notes(stores);
  }

  @PostMapping(path = "/promises", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] promise(@PathVariable String company, HttpServletRequest request, Authentication by)
      throws IOException {
    TalkBody body =
        TalkBody.of(request, "A promise", "customerId", "invoiceIds", "amount", "on", "words");
    Promises.Said said =
        new Promises.Said(
            body.idNeeded("customerId"),
            body.ids("invoiceIds"),
            body.amount("amount"),
            body.dateNeeded("on"),
            body.text("words"));
    return made(company, () -> promises.make(company, said, by.getName()));
  }

  @PostMapping("/promises/{id}/withdraw")
  byte[] withdrawPromise(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    TalkBody body = TalkBody.orNothing(request, "A reason", "outcome");
    return ended(
        company, id, () -> promises.withdraw(company, id, body.text("outcome"), by.getName()));
  }

  @PostMapping(path = "/disputes", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] dispute(@PathVariable String company, HttpServletRequest request, Authentication by)
      throws IOException {
    TalkBody body =
        TalkBody.of(
            request, "A dispute", "invoiceId", "amount", "reason", "owner", "deadline", "words");
    Disputes.Said said =
        new Disputes.Said(
            body.idNeeded("invoiceId"),
            body.amount("amount"),
            body.wordNeeded("reason", DisputeReason.class),
            body.text("owner"),
            body.date("deadline"),
            body.text("words"));
    return made(company, () -> disputes.open(company, said, by.getName()));
  }

  @PostMapping(path = "/disputes/{id}/accept", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] accept(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    String outcome = TalkBody.of(request, "An outcome", "outcome").textNeeded("outcome");
    return ended(company, id, () -> disputes.accept(company, id, outcome, by.getName()));
  }

  @PostMapping(path = "/disputes/{id}/reject", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] reject(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    String outcome = TalkBody.of(request, "An outcome", "outcome").textNeeded("outcome");
    return ended(company, id, () -> disputes.reject(company, id, outcome, by.getName()));
  }

  @PostMapping("/disputes/{id}/credited")
  byte[] credited(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    return ended(company, id, () -> disputes.credited(company, id, by.getName()));
  }

  @Needs(Right.AGREE)
  @PostMapping(path = "/arrangements", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] arrangement(@PathVariable String company, HttpServletRequest request, Authentication by)
      throws IOException {
    TalkBody body =
        TalkBody.of(request, "An arrangement", "customerId", "invoiceIds", "instalments", "words");
    Arrangements.Said said =
        new Arrangements.Said(
            body.idNeeded("customerId"),
            body.ids("invoiceIds"),
            body.parts("instalments", "dueDate", "amount").stream().map(TalkApi::part).toList(),
            body.text("words"));
    return made(company, () -> arrangements.propose(company, said, by.getName()));
  }

  private static Arrangements.Part part(TalkBody part) {
    return new Arrangements.Part(part.dateNeeded("dueDate"), part.amountNeeded("amount"));
  }

  @Needs(Right.AGREE)
  @PostMapping("/arrangements/{id}/agree")
  byte[] agree(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    return ended(company, id, () -> arrangements.agree(company, id, by.getName()));
  }

  @Needs(Right.AGREE)
  @PostMapping("/arrangements/{id}/refuse")
  byte[] refuse(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    String why = TalkBody.orNothing(request, "A reason", "outcome").text("outcome");
    return ended(company, id, () -> arrangements.refuse(company, id, why, by.getName()));
  }

  @Needs(Right.AGREE)
  @PostMapping("/arrangements/{id}/withdraw")
  byte[] withdrawArrangement(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    String why = TalkBody.orNothing(request, "A reason", "outcome").text("outcome");
    return ended(company, id, () -> arrangements.withdraw(company, id, why, by.getName()));
  }

  @PostMapping(path = "/holds", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] hold(@PathVariable String company, HttpServletRequest request, Authentication by)
      throws IOException {
    TalkBody body = TalkBody.of(request, "A hold", "customerId", "invoiceId", "until", "words");
    Holds.Said said =
        new Holds.Said(
            body.idNeeded("customerId"),
            body.id("invoiceId"),
            body.dateNeeded("until"),
            body.textNeeded("words"));
    return made(company, () -> holds.hold(company, said, by.getName()));
  }

  @PostMapping("/holds/{id}/lift")
  byte[] lift(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    String why = TalkBody.orNothing(request, "A reason", "outcome").text("outcome");
    return ended(company, id, () -> holds.lift(company, id, why, by.getName()));
  }

  @PostMapping(path = "/notes", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] note(@PathVariable String company, HttpServletRequest request, Authentication by)
      throws IOException {
    TalkBody body = TalkBody.of(request, "A note", "customerId", "invoiceId", "text");
    UUID customer = body.idNeeded("customerId");
    UUID invoice = body.id("invoiceId");
    String text = body.textNeeded("text");
    CompanyApi.mustExist(stores, company);
    UUID id = saying(() -> notes.note(company, customer, invoice, text, by.getName()));
    return TalkJson.entry(stores.talk().dialogue().find(company, id).orElseThrow())
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] made(String company, Supplier<UUID> making) {
    CompanyApi.mustExist(stores, company);
    return json(company, saying(making));
  }

  private byte[] ended(String company, UUID id, Runnable ending) {
    CompanyApi.mustExist(stores, company);
    saying(
        () -> {
          ending.run();
          return id;
        });
    return json(company, id);
  }

  /** What is refused is a problem of the API. */
  static <T> T saying(Supplier<T> saying) {
    try {
      return saying.get();
    } catch (NotSaid e) {
      throw type(e.refusal()).because(e.refusal().sentence());
    }
  }

  private static ProblemType type(Refusal refusal) {
    return switch (refusal) {
      case NOT_THERE, NO_CUSTOMER, NO_INVOICE -> ProblemType.NOT_FOUND;
      case ENDED, MORE_THAN_OPEN, CONTESTED, OTHER_SUM -> ProblemType.OTHER_STATE;
      case OTHER_CURRENCY,
          WRONG_AMOUNT,
          PAST_DAY,
          TOO_FAR,
          NO_WORDS,
          TOO_LONG_WORDS,
          NO_SUCH_DAY,
          WRONG_CHARACTERS,
          NO_AMOUNT,
          NOT_IN_ORDER,
          IN_THE_PAST,
          TOO_MANY,
          TOO_LONG,
          TOO_SMALL,
          WRONG_RULES ->
          ProblemType.WRONG_FIELD;
    };
  }

  private byte[] json(String company, UUID id) {
    return TalkJson.standstill(stores.talk().standstills().find(company, id).orElseThrow())
        .getBytes(StandardCharsets.UTF_8);
  }
}
