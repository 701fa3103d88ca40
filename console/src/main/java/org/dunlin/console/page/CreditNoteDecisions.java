package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.outgoing.FileText;
import org.dunlin.work.pay.GiveBack;
import org.dunlin.work.pay.GiveCreditBack;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person decides of a credit note of which something stays open. */
@Controller
@Needs(Right.DECIDE)
@RequestMapping("/invoices/{id}")
class CreditNoteDecisions {
  private final Frames frames;
  private final Stores stores;
  private final GiveCreditBack giveCreditBack;

  CreditNoteDecisions(Frames frames, Stores stores, GiveCreditBack giveCreditBack) {
    this.frames = frames;
    this.stores = stores;
    this.giveCreditBack = giveCreditBack;
  }

  /** Gives back what is left: at the provider, or by the bank. */
  @PostMapping("/give-back")
  String giveBack(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String account,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    mustExist(company, id);
    Said said = frames.said(company, request, next);
    return switch (giveCreditBack.give(company, id, account, by.getName())) {
      case GiveCreditBack.Outcome.Ordered(Money amount) ->
          said.done("refunds.note.ordered", said.words().amount(amount));
      case GiveCreditBack.Outcome.AtProvider(GiveBack.Outcome outcome) ->
          GivenBack.said(said, outcome, "refunds.note.nothing");
    };
  }

  /** Says that what was asked for at the provider did not happen. */
  @PostMapping("/not-given-back")
  String notGiven(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    mustExist(company, id);
    Said said = frames.said(company, request, next);
    return giveCreditBack.notGiven(company, id, by.getName())
        ? said.done("refunds.at.mended")
        : said.refused("refunds.note.nothing");
  }

  /** Says that what the bank was to give back does not leave. */
  @PostMapping("/withdraw-refund")
  String withdraw(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    mustExist(company, id);
    Said said = frames.said(company, request, next);
    return giveCreditBack.withdraw(company, id, by.getName())
        ? said.done("refunds.note.withdrawn")
        : said.refused("refunds.note.nothing");
  }

  /** The file with which the bank gives it back. */
  @GetMapping("/refund.xml")
  ResponseEntity<byte[]> file(@RequestParam String company, @PathVariable UUID id) {
    mustExist(company, id);
    FileText text = giveCreditBack.file(company, id).orElseThrow(NotHere::new);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + text.name() + "\"")
        .contentType(MediaType.APPLICATION_XML)
        .body(text.content().getBytes(StandardCharsets.UTF_8));
  }

  private void mustExist(String company, UUID id) {
    frames.mustExist(company);
    if (stores.invoices().find(company, id).isEmpty()) {
      throw new NotHere();
    }
  }
}
