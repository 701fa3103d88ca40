package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.Principal;
import java.util.Objects;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.core.agreement.ArrangementRules;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.store.dialogue.StandstillKind;
import org.dunlin.work.dialogue.Arrangements;
import org.dunlin.work.dialogue.Disputes;
import org.dunlin.work.dialogue.Holds;
import org.dunlin.work.dialogue.Promises;
import org.dunlin.work.profile.KeptRules;
import org.dunlin.work.profile.Rule;
import org.dunlin.work.profile.SaidRules;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Promises, disputes, arrangements and holds: the lists, each of them, and what ends it. */
@Controller
@Needs(Right.SEE)
class StandstillPages {
  private static final int A_PAGE = 50;

  private final Frames frames;
  private final Stores stores;
  private final Promises promises;
  private final Disputes disputes;
  private final Arrangements arrangements;
  private final Holds holds;

  StandstillPages(Frames frames, Stores stores) {
    this.frames = frames;
    this.stores = stores;
    promises = new Promises(stores);
    disputes = new Disputes(stores);
    arrangements = new Arrangements(stores);
    holds = new Holds(stores);
  }

  /** What a button of the page of one does. */
  enum Act {
    WITHDRAW,
    ACCEPT,
    REJECT,
    CREDITED,
    AGREE,
    REFUSE,
    LIFT
  }

  @GetMapping("/promises")
  String promises(
      @RequestParam String company,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    return list(StandstillKind.PROMISE, "/promises", company, all, after, request, model);
  }

  @GetMapping("/disputes")
  String disputes(
      @RequestParam String company,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    return list(StandstillKind.DISPUTE, "/disputes", company, all, after, request, model);
  }

  @GetMapping("/arrangements")
  String arrangements(
      @RequestParam String company,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    frames.mustExist(company);
    model.addAttribute("rules", arrangements.rules(company));
    model.addAttribute(
        "rulesInFile",
        SaidRules.places(
            stores, company, Rule.INSTALMENTS, Rule.INSTALMENT_DAYS, Rule.LEAST_INSTALMENT));
    model.addAttribute(
        "payerInFile", SaidRules.places(stores, company, Rule.PROMISE_DAYS, Rule.AGREE_AT_ONCE));
    model.addAttribute("payerRules", stores.payer().rules().of(company));
    return list(StandstillKind.ARRANGEMENT, "/arrangements", company, all, after, request, model);
  }

  @GetMapping("/holds")
  String holds(
      @RequestParam String company,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    return list(StandstillKind.HOLD, "/holds", company, all, after, request, model);
  }

  private String list(
      StandstillKind kind,
      String path,
      String company,
      boolean all,
      @Nullable String after,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    Listing listing = Listing.of(path, company).with("all", all).searched(null, after);
    model.addAttribute("frame", frame);
    model.addAttribute("kind", kind);
    model.addAttribute("all", all);
    model.addAttribute("listing", listing);
    model.addAttribute(
        "standstills",
        stores.views().standstills().page(company, kind, !all, listing.after(), A_PAGE));
    return "standstills";
  }

  @Needs(Right.AGREE)
  @PostMapping("/arrangements/rules")
  String rules(
      @RequestParam String company,
      @RequestParam String instalments,
      @RequestParam String days,
      @RequestParam String least,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    return TalkForms.told(
        frames.said(company, request, next),
        "talk.rules.changed",
        () ->
            rules(
                company,
                Given.number(instalments),
                Given.number(days),
                Objects.requireNonNullElse(Given.amount(least), BigDecimal.ZERO),
                by.getName()));
  }

  private void rules(String company, int instalments, int days, BigDecimal least, String by) {
    KeptRules now = KeptRules.of(stores, company);
    CurrencyUnit currency = now.arrangement().least().getCurrencyUnit();
    Money rounded = Money.of(currency, least, RoundingMode.UP); // what is not round is refused next
    SaidRules.refuse(stores, company, now.with(new ArrangementRules(instalments, days, rounded)));
    arrangements.rules(company, instalments, days, least, by);
  }

  /** One of them, whatever its kind. */
  @GetMapping("/standstills/{id}")
  String one(
      @RequestParam String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    Standstill found = find(company, id);
    model.addAttribute("frame", frame);
    model.addAttribute("standstill", found);
    model.addAttribute("customer", frames.customer(company, found.customerId()));
    model.addAttribute("invoices", stores.invoices().all(company, found.invoices()));
    model.addAttribute("papers", stores.payer().papers().of(company, id));
    return "standstill";
  }

  /** Ends it, or agrees to it. */
  @Needs(Right.DECIDE)
  @PostMapping("/standstills/{id}")
  String act(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam Act act,
      @RequestParam(required = false) @Nullable String words,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    Standstill found = find(company, id);
    String why = Objects.requireNonNullElse(words, "");
    return TalkForms.told(
        frames.said(company, request, next),
        "talk.did." + act,
        () -> act(company, found, act, why, by.getName()));
  }

  private void act(String company, Standstill found, Act act, String why, String by) {
    UUID id = found.id();
    switch (act) {
      case WITHDRAW -> {
        if (found.kind() == StandstillKind.PROMISE) {
          promises.withdraw(company, id, why, by);
        } else {
          arrangements.withdraw(company, id, why, by);
        }
      }
      case ACCEPT -> disputes.accept(company, id, why, by);
      case REJECT -> disputes.reject(company, id, why, by);
      case CREDITED -> disputes.credited(company, id, by);
      case AGREE -> arrangements.agree(company, id, by);
      case REFUSE -> arrangements.refuse(company, id, why, by);
      case LIFT -> holds.lift(company, id, why, by);
    }
  }

  private Standstill find(String company, UUID id) {
    return stores.talk().standstills().find(company, id).orElseThrow(NotHere::new);
  }
}
