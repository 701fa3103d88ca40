package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
import org.dunlin.work.profile.SetInFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person says of a customer, or of one of its invoices. */
@Controller
@Needs(Right.DECIDE)
@RequestMapping("/customers/{id}/talk")
class TalkForms {
  private final Frames frames;
  private final Promises promises;
  private final Disputes disputes;
  private final Arrangements arrangements;
  private final Holds holds;
  private final Notes notes;

  TalkForms(Frames frames, Stores stores) {
    this.frames = frames;
    promises = new Promises(stores);
    disputes = new Disputes(stores);
    arrangements = new Arrangements(stores);
    holds = new Holds(stores);
    notes = new Notes(stores);
  }

  /** What a form does. */
  interface Form {
    void send();
  }

  /** Does it and says so, or says why not. */
  static String told(Said said, String done, Form form) {
    try {
      form.send();
      return said.done(done);
    } catch (NotSaid e) {
      return said.refused("talk.refused." + e.refusal());
    } catch (SetInFile e) {
      return said.inFile(e);
    } catch (Given.Wrong e) {
      return said.refused(e.key());
    }
  }

  @PostMapping("/promise")
  String promise(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID invoice,
      @RequestParam(required = false) @Nullable String amount,
      @RequestParam String on,
      @RequestParam(required = false) @Nullable String words,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    return told(
        frames.said(company, request, next),
        "talk.promised",
        () ->
            promises.make(
                company,
                new Promises.Said(
                    id, only(invoice), Given.amount(amount), Given.dateNeeded(on), words),
                by.getName()));
  }

  @PostMapping("/dispute")
  String dispute(
      @RequestParam String company,
      @RequestParam UUID invoice,
      @RequestParam(required = false) @Nullable String amount,
      @RequestParam DisputeReason reason,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(required = false) @Nullable String deadline,
      @RequestParam(required = false) @Nullable String words,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    return told(
        frames.said(company, request, next),
        "talk.disputed",
        () ->
            disputes.open(
                company,
                new Disputes.Said(
                    invoice,
                    Given.amount(amount),
                    reason,
                    Given.text(owner),
                    Given.date(deadline),
                    words),
                by.getName()));
  }

  @Needs(Right.AGREE)
  @PostMapping("/arrangement")
  String arrangement(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID invoice,
      @RequestParam String first,
      @RequestParam String count,
      @RequestParam Arrangements.Every every,
      @RequestParam(required = false) @Nullable String words,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    return told(
        frames.said(company, request, next),
        "talk.proposed",
        () ->
            arrangements.proposeEqual(
                company,
                id,
                only(invoice),
                Given.dateNeeded(first),
                Given.number(count),
                every,
                words,
                by.getName()));
  }

  @PostMapping("/hold")
  String hold(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID invoice,
      @RequestParam String until,
      @RequestParam(required = false) @Nullable String words,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    return told(
        frames.said(company, request, next),
        "talk.held",
        () ->
            holds.hold(
                company,
                new Holds.Said(id, invoice, Given.dateNeeded(until), words),
                by.getName()));
  }

  @PostMapping("/note")
  String note(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID invoice,
      @RequestParam(required = false) @Nullable String words,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    return told(
        frames.said(company, request, next),
        "talk.noted",
        () ->
            notes.note(company, id, invoice, Objects.requireNonNullElse(words, ""), by.getName()));
  }

  private static List<UUID> only(@Nullable UUID invoice) {
    return invoice == null ? List.of() : List.of(invoice);
  }
}
