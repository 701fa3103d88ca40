package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.core.profile.Paying;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.store.pay.KeptLink;
import org.dunlin.work.pay.NoLink;
import org.dunlin.work.pay.PaymentLinks;
import org.dunlin.work.profile.KeptRules;
import org.dunlin.work.profile.Rule;
import org.dunlin.work.profile.SaidRules;
import org.dunlin.work.profile.SetInFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Payment links: the list, each with the attempts to pay, and what people do with them. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/payment-links")
class PayLinkPages {
  private static final String PATH = "/payment-links";
  private static final int A_PAGE = 50;
  private static final int ATTEMPTS = 50;

  private final Frames frames;
  private final Stores stores;
  private final PaymentLinks links;

  PayLinkPages(Frames frames, Stores stores, PaymentLinks links) {
    this.frames = frames;
    this.stores = stores;
    this.links = links;
  }

  @GetMapping
  String list(
      @RequestParam String company,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    Listing listing = Listing.of(PATH, company).with("all", all).searched(null, after);
    Page<KeptLink> page =
        Page.of(
            stores.pay().links().latest(company, !all, listing.after(), A_PAGE + 1),
            A_PAGE,
            link -> Cursor.at(link.id()));
    model.addAttribute("frame", frame);
    model.addAttribute("all", all);
    model.addAttribute("listing", listing);
    model.addAttribute("links", PayLinkPanel.lines(stores, links, company, page.items()));
    model.addAttribute("next", page.next());
    model.addAttribute("rules", stores.pay().rules().of(company));
    model.addAttribute(
        "inFile",
        SaidRules.places(stores, company, Rule.PART_PAYMENTS, Rule.LINK_DAYS, Rule.WRITE_LINKS));
    return "paymentLinks";
  }

  @GetMapping("/{id}")
  String link(
      @RequestParam String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    KeptLink kept = stores.pay().links().find(company, id).orElseThrow(NotHere::new);
    model.addAttribute("frame", frame);
    model.addAttribute("kept", kept);
    model.addAttribute(
        "line", PayLinkPanel.lines(stores, links, company, List.of(kept)).getFirst());
    model.addAttribute("attempts", stores.pay().checkouts().ofLink(company, id, ATTEMPTS));
    return "paymentLink";
  }

  /** Makes the link for an invoice, or for all that is open of a customer. */
  @Needs(Right.DECIDE)
  @PostMapping
  String make(
      @RequestParam String company,
      @RequestParam UUID customer,
      @RequestParam(required = false) @Nullable UUID invoice,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    Set<UUID> invoices =
        invoice != null
            ? Set.of(invoice)
            : stores.talk().standstills().open(company, customer, List.of()).keySet();
    return told(
        frames.said(company, request, next),
        "paylinks.made",
        () -> links.make(company, customer, invoices, by.getName()));
  }

  @Needs(Right.DECIDE)
  @PostMapping("/{id}/void")
  String end(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    return told(
        frames.said(company, request, next),
        "paylinks.voided",
        () -> links.end(company, id, by.getName()));
  }

  @Needs(Right.DECIDE)
  @PostMapping("/revoke")
  String revoke(
      @RequestParam String company,
      @RequestParam UUID customer,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    return told(
        frames.said(company, request, next),
        "paylinks.revoked",
        () -> links.revoke(company, customer, by.getName()));
  }

  @Needs(Right.COLLECT)
  @PostMapping("/rules")
  String rules(
      @RequestParam String company,
      @RequestParam(defaultValue = "false") boolean parts,
      @RequestParam String days,
      @RequestParam(defaultValue = "false") boolean write,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    Said said = frames.said(company, request, next);
    try {
      int count = Given.number(days);
      if (count < 1 || count > Paying.MOST_DAYS) {
        return said.refused("paylinks.rules.wrong-days");
      }
      Paying paying = new Paying(parts, count, write);
      SaidRules.refuse(stores, company, KeptRules.of(stores, company).with(paying));
      links.rules(company, paying, by.getName());
      return said.done("paylinks.rules.changed");
    } catch (SetInFile e) {
      return said.inFile(e);
    } catch (Given.Wrong e) {
      return said.refused(e.key());
    }
  }

  private static String told(Said said, String done, TalkForms.Form form) {
    try {
      form.send();
      return said.done(done);
    } catch (NoLink e) {
      return said.refused("paylinks.refused." + e.reason());
    }
  }
}
