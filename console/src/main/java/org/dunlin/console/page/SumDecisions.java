package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.dunlin.store.Stores;
import org.dunlin.work.person.AllocateByHand.Outcome;
import org.dunlin.work.person.UndoAllocation;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person decides over a sum that can be applied to invoices, whichever it is. */
abstract sealed class SumDecisions permits PaymentDecisions, CreditNoteAllocations {
  private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,15})(?:[.,]([0-9]{1,3}))?");

  final Frames frames;
  final Stores stores;
  private final UndoAllocation undoAllocation;
  private final Spoken spoken;

  /**
   * How it is spoken of.
   *
   * @param outcomes what the keys of what became of it begin with
   * @param takenUp that it is taken up again
   * @param notAside that there was nothing from which it could be
   */
  record Spoken(String outcomes, String takenUp, String notAside) {}

  SumDecisions(Frames frames, Stores stores, UndoAllocation undoAllocation, Spoken spoken) {
    this.frames = frames;
    this.stores = stores;
    this.undoAllocation = undoAllocation;
    this.spoken = spoken;
  }

  /** Throws {@link NotHere} unless the company has it. */
  abstract void mustExist(String company, UUID id);

  abstract void refuse(String company, UUID id, List<UUID> invoices, String by);

  abstract boolean takeUp(String company, UUID id, String by);

  /** Says that it is not for the invoices of a suggestion. */
  @PostMapping("/refuse")
  String refuse(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam List<UUID> invoice,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    mustExist(company, id);
    for (UUID each : invoice) {
      if (stores.invoices().find(company, each).isEmpty()) {
        throw new NotHere();
      }
    }
    refuse(company, id, invoice, by.getName());
    return frames.said(company, request, next).done("review.refused");
  }

  /** Takes an allocation back. */
  @PostMapping("/undo")
  String undo(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam UUID allocation,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    mustExist(company, id);
    Said said = frames.said(company, request, next);
    return undoAllocation.undo(company, allocation, by.getName())
        ? said.done("review.undone")
        : said.refused("review.undone-already");
  }

  /** Takes it up again, after it was set aside or left to its customer. */
  @PostMapping("/take-up")
  String takeUp(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    mustExist(company, id);
    Said said = frames.said(company, request, next);
    return takeUp(company, id, by.getName())
        ? said.done(spoken.takenUp())
        : said.refused(spoken.notAside());
  }

  /**
   * Applies an amount, as a person wrote it, to the one invoice that a number names.
   *
   * @param invoices those of that number
   * @param none what is said where there is none
   */
  final String apply(
      Said said,
      String amount,
      List<UUID> invoices,
      String none,
      BiFunction<UUID, BigDecimal, Outcome> apply) {
    String written = amount.strip();
    if (!AMOUNT.matcher(written).matches()) {
      return said.refused("review.no-amount");
    }
    if (invoices.size() != 1) {
      return said.refused(invoices.isEmpty() ? none : "review.several-numbers");
    }
    return told(said, apply.apply(invoices.getFirst(), new BigDecimal(written.replace(',', '.'))));
  }

  final String told(Said said, Outcome outcome) {
    String key = spoken.outcomes() + outcome;
    return outcome == Outcome.DONE ? said.done(key) : said.refused(key);
  }
}
