package org.dunlin.console.api;

import java.util.List;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.view.AllocationLine;
import org.dunlin.store.view.CreditNoteDetail;
import org.dunlin.work.person.AllocateByHand.Outcome;
import org.dunlin.work.person.ApplyCreditNote;
import org.dunlin.work.person.JudgeCreditNote;
import org.dunlin.work.person.UndoAllocation;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is suggested for an open credit note, and what is decided over it, as on the review page.
 */
@RestController
@Needs(Right.SEE)
@RequestMapping(
    path = "/api/v1/companies/{company}/credit-notes",
    produces = MediaType.APPLICATION_JSON_VALUE)
final class CreditNoteReviewApi extends SumApi<CreditNoteDetail> {
  private static final Spoken CREDIT_NOTE =
      new Spoken(
          "credit note",
          "The invoice is of another customer than the credit note.",
          "The credit note was not left to the customer.");

  private final ApplyCreditNote applyCreditNote;
  private final JudgeCreditNote judgeCreditNote;

  CreditNoteReviewApi(
      Stores stores,
      ApplyCreditNote applyCreditNote,
      JudgeCreditNote judgeCreditNote,
      UndoAllocation undoAllocation) {
    super(stores, undoAllocation, CREDIT_NOTE);
    this.applyCreditNote = applyCreditNote;
    this.judgeCreditNote = judgeCreditNote;
  }

  /** Leaves what is open of the credit note to its customer. */
  @Needs(Right.DECIDE)
  @PostMapping("/{id}/leave")
  byte[] leave(@PathVariable String company, @PathVariable UUID id, Authentication by) {
    find(company, id);
    boolean done = judgeCreditNote.leave(company, id, by.getName());
    return done(
        done,
        "Nothing is open of the credit note, or it was left to the customer before.",
        company,
        id);
  }

  @Override
  CreditNoteDetail find(String company, UUID id) {
    CompanyApi.mustExist(stores, company);
    return stores
        .views()
        .details()
        .creditNote(company, id)
        .orElseThrow(
            () -> ProblemType.NOT_FOUND.because("The company has no credit note " + id + "."));
  }

  @Override
  String line(CreditNoteDetail detail) {
    return CreditNoteJson.line(detail);
  }

  @Override
  List<AllocationLine> allocations(CreditNoteDetail detail) {
    return detail.applied();
  }

  @Override
  Outcome allocate(String company, UUID id, byte[] body, String by) {
    return applyCreditNote.apply(company, id, CreditNoteJson.lines(body), by);
  }

  @Override
  void refuse(String company, UUID id, List<UUID> invoices, String by) {
    judgeCreditNote.refuse(company, id, invoices, by);
  }

  @Override
  boolean takeUp(String company, UUID id, String by) {
    return judgeCreditNote.takeUp(company, id, by);
  }
}
