package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dunlin.console.right.Needs;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.work.person.AllocateByHand.Outcome;
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
class CreditNoteAllocations {
  private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,15})(?:[.,]([0-9]{1,3}))?");

  private final Frames frames;
  private final Stores stores;
  private final ApplyCreditNote applyCreditNote;
  private final JudgeCreditNote judgeCreditNote;
  private final UndoAllocation undoAllocation;

  CreditNoteAllocations(
      Frames frames,
      Stores stores,
      ApplyCreditNote applyCreditNote,
      JudgeCreditNote judgeCreditNote,
      UndoAllocation undoAllocation) {
    this.frames = frames;
    this.stores = stores;
    this.applyCreditNote = applyCreditNote;
    this.judgeCreditNote = judgeCreditNote;
    this.undoAllocation = undoAllocation;
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
    note(company, id);
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
    if (!AMOUNT.matcher(amount.strip()).matches()) {
      return said.refused("review.no-amount");
    }
    List<UUID> invoices =
        stores
            .invoices()
            .all(company, stores.invoices().openOfNumber(company, number.strip()))
            .stream()
            .map(DocumentState::invoice)
            .filter(invoice -> invoice.customerId().equals(note.customerId()))
            .map(invoice -> UUID.fromString(invoice.id()))
            .toList();
    if (invoices.size() != 1) {
      return said.refused(invoices.isEmpty() ? "credits.no-such-number" : "review.several-numbers");
    }
    Line line = new Line(invoices.getFirst(), new BigDecimal(amount.strip().replace(',', '.')));
    return told(said, applyCreditNote.apply(company, id, List.of(line), by.getName()));
  }

  /** Says that the credit note is not for the invoices of a suggestion. */
  @PostMapping("/refuse")
  String refuse(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam List<UUID> invoice,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    note(company, id);
    for (UUID each : invoice) {
      if (stores.invoices().find(company, each).isEmpty()) {
        throw new NotHere();
      }
    }
    judgeCreditNote.refuse(company, id, invoice, by.getName());
    return frames.said(company, request, next).done("review.refused");
  }

  /** Takes an allocation of it back. */
  @PostMapping("/undo")
  String undo(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam UUID allocation,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    note(company, id);
    Said said = frames.said(company, request, next);
    return undoAllocation.undo(company, allocation, by.getName())
        ? said.done("review.undone")
        : said.refused("review.undone-already");
  }

  /** Leaves what is open of it to the customer. */
  @PostMapping("/leave")
  String leave(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    note(company, id);
    Said said = frames.said(company, request, next);
    return judgeCreditNote.leave(company, id, by.getName())
        ? said.done("credits.left")
        : said.refused("credits.nothing-left");
  }

  /** Takes that back. */
  @PostMapping("/take-up")
  String takeUp(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    note(company, id);
    Said said = frames.said(company, request, next);
    return judgeCreditNote.takeUp(company, id, by.getName())
        ? said.done("credits.taken-up")
        : said.refused("credits.not-left");
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

  private static String told(Said said, Outcome outcome) {
    String key = "credits." + outcome;
    return outcome == Outcome.DONE ? said.done(key) : said.refused(key);
  }
}
