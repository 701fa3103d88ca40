package org.dunlin.console.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.view.CreditNoteDetail;
import org.dunlin.work.person.AllocateByHand.Outcome;
import org.dunlin.work.person.ApplyCreditNote;
import org.dunlin.work.person.JudgeCreditNote;
import org.dunlin.work.person.UndoAllocation;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is suggested for open credit notes, and what is decided over one, as on the review page. */
@RestController
@Needs(Right.SEE)
@RequestMapping(path = "/api/v1/companies/{company}", produces = MediaType.APPLICATION_JSON_VALUE)
class CreditNoteReviewApi {
  private static final int MOST = 100;
  private static final String BODY = "A decision";

  private final Stores stores;
  private final ApplyCreditNote applyCreditNote;
  private final JudgeCreditNote judgeCreditNote;
  private final UndoAllocation undoAllocation;

  CreditNoteReviewApi(
      Stores stores,
      ApplyCreditNote applyCreditNote,
      JudgeCreditNote judgeCreditNote,
      UndoAllocation undoAllocation) {
    this.stores = stores;
    this.applyCreditNote = applyCreditNote;
    this.judgeCreditNote = judgeCreditNote;
    this.undoAllocation = undoAllocation;
  }

  /** The open credit notes for which something is suggested, the most certain first. */
  @GetMapping("/review/credit-notes")
  byte[] queue(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    List<String> items =
        stores.views().reviewQueue().creditNotes(company, MOST).stream()
            .map(id -> stores.views().details().creditNote(company, id))
            .flatMap(Optional::stream)
            .map(CreditNoteJson::line)
            .toList();
    return RecordApi.json(items, null);
  }

  /** One credit note, with a suggestion or without. */
  @GetMapping("/credit-notes/{id}")
  byte[] one(@PathVariable String company, @PathVariable UUID id) {
    return json(company, id);
  }

  /** Confirms a suggestion, or takes the credit note off other invoices: all lines, or none. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/credit-notes/{id}/allocate", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] allocate(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    find(company, id);
    Outcome outcome =
        applyCreditNote.apply(
            company, id, CreditNoteJson.lines(SmallBody.of(request, BODY)), by.getName());
    if (outcome != Outcome.DONE) {
      throw type(outcome).because(sentence(outcome));
    }
    return json(company, id);
  }

  /** Says that the credit note is not for these invoices. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/credit-notes/{id}/refuse", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] refuse(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    find(company, id);
    List<UUID> invoices = ReviewJson.ids(SmallBody.of(request, BODY), "invoiceIds");
    for (UUID each : invoices) {
      if (stores.invoices().find(company, each).isEmpty()) {
        throw ProblemType.NOT_FOUND.because("The company has no invoice " + each + ".");
      }
    }
    judgeCreditNote.refuse(company, id, invoices, by.getName());
    return json(company, id);
  }

  /** Takes allocations of the credit note back: all of them, or none. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/credit-notes/{id}/undo", consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] undo(
      @PathVariable String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Authentication by)
      throws IOException {
    CreditNoteDetail detail = find(company, id);
    List<UUID> ids = ReviewJson.ids(SmallBody.of(request, BODY), "allocationIds");
    for (UUID each : ids) {
      if (detail.applied().stream().noneMatch(line -> line.id().equals(each))) {
        throw ProblemType.NOT_FOUND.because("The credit note has no allocation " + each + ".");
      }
    }
    Optional<UUID> other = undoAllocation.undo(company, ids, by.getName());
    if (other.isPresent()) {
      throw ProblemType.OTHER_STATE.because(
          "Allocation "
              + other.get()
              + " was taken back before, or its program has booked it; nothing was taken back.");
    }
    return json(company, id);
  }

  /** Leaves what is open of the credit note to its customer. */
  @Needs(Right.DECIDE)
  @PostMapping("/credit-notes/{id}/leave")
  byte[] leave(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    find(company, id);
    if (!judgeCreditNote.leave(company, id, by.getName())) {
      throw ProblemType.OTHER_STATE.because(
          "Nothing is open of the credit note, or it was left to the customer before.");
    }
    return json(company, id);
  }

  /** Takes that back. */
  @Needs(Right.DECIDE)
  @PostMapping("/credit-notes/{id}/take-up")
  byte[] takeUp(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    find(company, id);
    if (!judgeCreditNote.takeUp(company, id, by.getName())) {
      throw ProblemType.OTHER_STATE.because("The credit note was not left to the customer.");
    }
    return json(company, id);
  }

  private static ProblemType type(Outcome outcome) {
    return switch (outcome) {
      case NOTHING_TO_DO, OTHER_CURRENCY, OTHER_CUSTOMER, NOT_INCOMING -> ProblemType.WRONG_FIELD;
      case NO_INVOICE -> ProblemType.NOT_FOUND;
      case LESS_LEFT, LESS_OPEN, DONE -> ProblemType.OTHER_STATE;
    };
  }

  private static String sentence(Outcome outcome) {
    return switch (outcome) {
      case DONE -> "It is applied.";
      case NOTHING_TO_DO ->
          "Name each invoice once, with an amount above zero that the currency has.";
      case NOT_INCOMING -> "This is no money that came in.";
      case NO_INVOICE -> "The company has no such invoice.";
      case OTHER_CURRENCY -> "The invoice is in another currency than the credit note.";
      case OTHER_CUSTOMER -> "The invoice is of another customer than the credit note.";
      case LESS_LEFT -> "Less is left of the credit note; read it again.";
      case LESS_OPEN -> "Less is open on the invoice; read it again.";
    };
  }

  private byte[] json(String company, UUID id) {
    return CreditNoteJson.line(find(company, id)).getBytes(StandardCharsets.UTF_8);
  }

  private CreditNoteDetail find(String company, UUID id) {
    CompanyApi.mustExist(stores, company);
    return stores
        .views()
        .details()
        .creditNote(company, id)
        .orElseThrow(
            () -> ProblemType.NOT_FOUND.because("The company has no credit note " + id + "."));
  }
}
