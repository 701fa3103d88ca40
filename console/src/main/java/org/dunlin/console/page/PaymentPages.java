package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.core.model.AdvisedEntry;
import org.dunlin.core.model.Payment;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.ledger.AdvisedEntries.InFlight;
import org.dunlin.store.ledger.AdvisedEntries.Place;
import org.dunlin.store.view.PaymentDetail;
import org.dunlin.store.view.PaymentList;
import org.dunlin.store.view.Views;
import org.dunlin.work.pay.GiveBack;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The money that moved, where it went, and all about one payment. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/payments")
class PaymentPages {
  private static final String PATH = "/payments";
  private static final int A_PAGE = 50;
  private static final int MOST_CONFLICTS = 25;
  private static final int MOST_ON_THEIR_WAY = 25;

  private final Frames frames;
  private final Stores stores;
  private final Views views;
  private final GiveBack giveBack;

  PaymentPages(Frames frames, Stores stores, GiveBack giveBack) {
    this.giveBack = giveBack;
    this.frames = frames;
    this.stores = stores;
    this.views = stores.views();
  }

  /** The list; of one customer where one is named. */
  @GetMapping
  String list(
      @RequestParam String company,
      @RequestParam(defaultValue = "UNALLOCATED") PaymentList.Filter show,
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
    model.addAttribute("tieOuts", views.tieOuts().of(company));
    model.addAttribute("conflicts", views.conflicts().newest(company, MOST_CONFLICTS));
    model.addAttribute("onTheirWay", onTheirWay(company));
    model.addAttribute("providers", stores.pay().accounts().any(company));
    if (customer != null) {
      model.addAttribute("customer", frames.customer(company, customer));
    }
    model.addAttribute(
        "payments",
        views
            .payments()
            .page(
                company,
                new PaymentList.Choice(show, customer, listing.search()),
                listing.after(),
                A_PAGE));
    return "payments";
  }

  /** What banks told of and no statement shows yet. */
  private List<Payment> onTheirWay(String company) {
    return stores
        .advisedEntries()
        .inFlight(
            company,
            stores.statements().lastDays(company),
            AdvisedEntry.MOST_DAYS,
            Place.START,
            MOST_ON_THEIR_WAY)
        .stream()
        .map(InFlight::payment)
        .toList();
  }

  /** One payment. */
  @GetMapping("/{id}")
  String payment(
      @RequestParam String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    PaymentDetail detail = views.details().payment(company, id).orElseThrow(NotHere::new);
    model.addAttribute("frame", frame);
    model.addAttribute("detail", detail);
    stores
        .pay()
        .accounts()
        .payout(company, id)
        .ifPresent(payout -> model.addAttribute("payout", payout));
    model.addAttribute("back", giveBack.standing(company, id));
    happened(company, id).showLatest(company, model);
    return "payment";
  }

  /** What happened to a payment, a page at a time. */
  @GetMapping("/{id}/timeline")
  String timeline(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    Payment payment =
        views.details().payment(company, id).orElseThrow(NotHere::new).payment().payment();
    String payer = payment.payerName();
    return happened(company, id)
        .showAll(frame, payer == null ? frame.say("payments.one") : payer, after, model);
  }

  private Happened happened(String companyId, UUID id) {
    return new Happened(
        PATH + "/" + id, (after, most) -> views.timeline().ofPayment(companyId, id, after, most));
  }
}
