package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.view.InvoiceDetail;
import org.dunlin.store.view.InvoiceList;
import org.dunlin.store.view.Views;
import org.dunlin.work.claim.ReckonClaims;
import org.dunlin.work.pay.GiveCreditBack;
import org.dunlin.work.pay.PaymentLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is owed: invoices and credit notes, and all about one of them. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/invoices")
class InvoicePages {
  private static final String PATH = "/invoices";
  private static final int A_PAGE = 50;

  private final Frames frames;
  private final Views views;
  private final Stores stores;
  private final PaymentLinks paymentLinks;
  private final GiveCreditBack giveCreditBack;

  InvoicePages(
      Frames frames, Stores stores, PaymentLinks paymentLinks, GiveCreditBack giveCreditBack) {
    this.paymentLinks = paymentLinks;
    this.giveCreditBack = giveCreditBack;
    this.frames = frames;
    this.stores = stores;
    this.views = stores.views();
  }

  /** The list; of one customer where one is named. */
  @GetMapping
  String list(
      @RequestParam String company,
      @RequestParam(defaultValue = "OPEN") InvoiceList.Filter show,
      @RequestParam(required = false) @Nullable UUID customer,
      @RequestParam(required = false) @Nullable String search,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    Listing listing =
        Listing.of(PATH, company)
            .with("show", show)
            .with("customer", customer)
            .searched(search, after);
    model.addAttribute("frame", frame);
    model.addAttribute("show", show);
    model.addAttribute("listing", listing);
    if (customer != null) {
      model.addAttribute("customer", frames.customer(company, customer));
    }
    model.addAttribute(
        "invoices",
        views
            .invoices()
            .page(
                company,
                new InvoiceList.Choice(show, customer, listing.search()),
                frame.businessDate(),
                listing.after(),
                A_PAGE));
    return "invoices";
  }

  /** One invoice or credit note. */
  @GetMapping("/{id}")
  String invoice(
      @RequestParam String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    InvoiceDetail detail = views.details().invoice(company, id).orElseThrow(NotHere::new);
    model.addAttribute("frame", frame);
    model.addAttribute("detail", detail);
    model.addAttribute("questions", views.questions().of(company, id));
    model.addAttribute("sources", views.sources().ofInvoice(company, id));
    model.addAttribute("refunds", stores.refunds().of(company, id));
    if (detail.invoice().kind() == InvoiceKind.CREDIT_NOTE) {
      model.addAttribute("back", giveCreditBack.standing(company, id));
      model.addAttribute("note", views.details().creditNote(company, id).orElseThrow(NotHere::new));
    }
    model.addAttribute("adjustments", views.sources().adjustments(company, id));
    model.addAttribute(
        "talk",
        new TalkPanel(
            UUID.fromString(detail.invoice().customerId()),
            id,
            detail.invoice().kind() == InvoiceKind.INVOICE && detail.open().isPositive(),
            views.standstills().ofInvoice(company, id, TalkPanel.MOST),
            stores.talk().dialogue().ofInvoice(company, id, TalkPanel.MOST)));
    model.addAttribute(
        "paylinks",
        new PayLinkPanel(
            UUID.fromString(detail.invoice().customerId()),
            id,
            detail.invoice().kind() == InvoiceKind.INVOICE && detail.open().isPositive(),
            PayLinkPanel.lines(
                stores,
                paymentLinks,
                company,
                stores.pay().links().ofInvoice(company, id, PayLinkPanel.MOST))));
    model.addAttribute(
        "claims", ClaimPanel.of(new ReckonClaims(stores).ofInvoice(company, id).orElse(null)));
    happened(company, id).showLatest(company, model);
    return "invoice";
  }

  /** What happened to an invoice, a page at a time. */
  @GetMapping("/{id}/timeline")
  String timeline(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    InvoiceDetail detail = views.details().invoice(company, id).orElseThrow(NotHere::new);
    return happened(company, id)
        .showAll(frames.of(company, request), detail.invoice().number(), after, model);
  }

  private Happened happened(String companyId, UUID id) {
    return new Happened(
        PATH + "/" + id, (after, most) -> views.timeline().ofInvoice(companyId, id, after, most));
  }
}
