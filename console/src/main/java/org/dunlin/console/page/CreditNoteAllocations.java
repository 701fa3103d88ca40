package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.work.person.ApplyCreditNote;
import org.dunlin.work.person.ApplyCreditNote.Line;
import org.dunlin.work.person.JudgeCreditNote;
import org.dunlin.work.person.UndoAllocation;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Off which invoices a person takes a credit note, off which not, and what is taken back. */
@Controller
@Needs(Right.DECIDE)
@RequestMapping("/invoices/{id}")
final class CreditNoteAllocations extends SumDecisions {
  private final ApplyCreditNote applyCreditNote;
  private final JudgeCreditNote judgeCreditNote;

  CreditNoteAllocations(
      Frames frames,
      Stores stores,
      ApplyCreditNote applyCreditNote,
      JudgeCreditNote judgeCreditNote,
      UndoAllocation undoAllocation) {
    super(
        frames,
        stores,
        undoAllocation,
        new Spoken("credits.", "credits.taken-up", "credits.not-left"));
    this.applyCreditNote = applyCreditNote;
    this.judgeCreditNote = judgeCreditNote;
  }

  /** Confirms a suggestion as it was shown: its invoices, and the amount of each. */
  @PostMapping("/confirm")
  String confirm(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam List<UUID> invoice,
      @RequestParam List<BigDecimal> amount,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    mustExist(company, id);
    Said said = frames.said(company, request, next);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; invoice.size() == amount.size() && i < invoice.size(); i++) {
      lines.add(new Line(invoice.get(i), amount.get(i)));
    }
    return told(said, applyCreditNote.apply(company, id, lines, by.getName()));
  }

  /** Takes an amount off the invoice of the customer that a person names. */
  @PostMapping("/apply")
  String apply(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam String number,
      @RequestParam String amount,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Invoice note = note(company, id);
    Said said = frames.said(company, request, next);
    List<UUID> invoices =
        stores
            .invoices()
            .all(company, stores.invoices().openOfNumber(company, number.strip()))
            .stream()
            .map(DocumentState::invoice)
            .filter(invoice -> invoice.customerId().equals(note.customerId()))
            .map(invoice -> UUID.fromString(invoice.id()))
            .toList();
    return apply(
        said,
        amount,
        invoices,
        "credits.no-such-number",
        (invoice, part) ->
            applyCreditNote.apply(company, id, List.of(new Line(invoice, part)), by.getName()));
  }

  /** Leaves what is open of it to the customer. */
  @PostMapping("/leave")
  String leave(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    mustExist(company, id);
    Said said = frames.said(company, request, next);
    return judgeCreditNote.leave(company, id, by.getName())
        ? said.done("credits.left")
        : said.refused("credits.nothing-left");
  }

  @Override
  void refuse(String company, UUID id, List<UUID> invoices, String by) {
    judgeCreditNote.refuse(company, id, invoices, by);
  }

  @Override
  boolean takeUp(String company, UUID id, String by) {
    return judgeCreditNote.takeUp(company, id, by);
  }

  @Override
  void mustExist(String company, UUID id) {
    note(company, id);
  }

  private Invoice note(String company, UUID id) {
    frames.mustExist(company);
    return stores
        .invoices()
        .find(company, id)
        .map(DocumentState::invoice)
        .filter(invoice -> invoice.kind() == InvoiceKind.CREDIT_NOTE)
        .orElseThrow(NotHere::new);
  }
}
