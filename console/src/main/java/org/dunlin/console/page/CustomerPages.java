package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.page.Page;
import org.dunlin.store.view.CustomerDetail;
import org.dunlin.store.view.CustomerList;
import org.dunlin.store.view.InvoiceList;
import org.dunlin.store.view.PaymentList;
import org.dunlin.store.view.Standing;
import org.dunlin.store.view.Views;
import org.dunlin.work.claim.ReckonClaims;
import org.dunlin.work.dun.CustomerRisks;
import org.dunlin.work.dun.ShownPlans;
import org.dunlin.work.pay.PaymentLinks;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who owes, and all about one of them. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/customers")
class CustomerPages {
  private static final String PATH = "/customers";
  private static final String EVERYONE = "all";
  private static final int A_PAGE = 50;
  private static final int A_FEW = 10;

  private final Frames frames;
  private final Views views;
  private final Stores stores;
  private final PaymentLinks paymentLinks;

  CustomerPages(Frames frames, Stores stores, PaymentLinks paymentLinks) {
    this.paymentLinks = paymentLinks;
    this.frames = frames;
    this.stores = stores;
    this.views = stores.views();
  }

  /**
   * The list: who owes most in a currency, or everyone by name.
   *
   * @param show a currency, or {@code all}; absent: the company's currency if anyone owes in it
   */
  @GetMapping
  String list(
      @RequestParam String company,
      @RequestParam(required = false) @Nullable String show,
      @RequestParam(required = false) @Nullable String search,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    List<CurrencyUnit> currencies =
        views.receivables().standing(company, frame.businessDate()).stream()
            .map(Standing::currency)
            .toList();
    Optional<CurrencyUnit> owing = owing(show, currencies, frame);
    Listing listing =
        Listing.of(PATH, company)
            .with("show", owing.map(CurrencyUnit::getCode).orElse(EVERYONE))
            .searched(search, after);
    model.addAttribute("frame", frame);
    model.addAttribute("currencies", currencies);
    model.addAttribute("owing", owing.orElse(null));
    model.addAttribute("listing", listing);
    Page<CustomerList.Line> customers =
        views
            .customers()
            .page(
                company,
                new CustomerList.Choice(owing.orElse(null), listing.search()),
                frame.businessDate(),
                listing.after(),
                A_PAGE);
    model.addAttribute("customers", customers);
    model.addAttribute("plans", new ShownPlans(stores).steps(company));
    model.addAttribute(
        "stages",
        views
            .stages()
            .of(
                company,
                customers.items().stream().map(CustomerList.Line::id).toList(),
                frame.businessDate()));
    return "customers";
  }

  /** One customer with the latest of everything. */
  @GetMapping("/{id}")
  String customer(
      @RequestParam String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    CustomerDetail detail =
        views.details().customer(company, id, frame.businessDate()).orElseThrow(NotHere::new);
    model.addAttribute("frame", frame);
    model.addAttribute("id", id);
    model.addAttribute("detail", detail);
    model.addAttribute("questions", views.questions().of(company, id));
    model.addAttribute(
        "cases",
        stores.talk().handOvers().ofCustomers(company, stores.customerLinks().group(company, id)));
    model.addAttribute("sources", views.sources().ofCustomer(company, id));
    model.addAttribute("payers", views.knownPayers().of(company, id));
    model.addAttribute(
        "invoices",
        views
            .invoices()
            .page(
                company,
                new InvoiceList.Choice(InvoiceList.Filter.OPEN, id, null),
                frame.businessDate(),
                null,
                A_FEW));
    model.addAttribute(
        "payments",
        views
            .payments()
            .page(company, new PaymentList.Choice(PaymentList.Filter.ALL, id, null), null, A_FEW));
    model.addAttribute(
        "credits",
        views
            .payments()
            .page(company, new PaymentList.Choice(PaymentList.Filter.CREDIT, id, null), null, A_FEW)
            .items());
    model.addAttribute("plans", new ShownPlans(stores).steps(company));
    model.addAttribute(
        "stage", views.stages().of(company, List.of(id), frame.businessDate()).get(id));
    model.addAttribute("risk", CustomerRisks.ofCustomer(stores, company, id, frame.businessDate()));
    List<UUID> group = stores.customerLinks().group(company, id);
    model.addAttribute(
        "talk",
        new TalkPanel(
            id,
            null,
            !detail.standing().isEmpty(),
            views.standstills().ofCustomers(company, group, TalkPanel.MOST),
            stores.talk().dialogue().ofCustomers(company, group, TalkPanel.MOST)));
    model.addAttribute(
        "paylinks",
        new PayLinkPanel(
            id,
            null,
            !detail.standing().isEmpty(),
            PayLinkPanel.lines(
                stores,
                paymentLinks,
                company,
                stores.pay().links().ofCustomers(company, group, PayLinkPanel.MOST))));
    model.addAttribute(
        "claims",
        ClaimPanel.of(
            detail.standing().isEmpty()
                ? null
                : new ReckonClaims(stores).ofCustomer(company, id).orElse(null)));
    happened(company, id).showLatest(company, model);
    return "customer";
  }

  /** What happened to a customer, a page at a time. */
  @GetMapping("/{id}/timeline")
  String timeline(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    CustomerDetail detail =
        views.details().customer(company, id, frame.businessDate()).orElseThrow(NotHere::new);
    return happened(company, id).showAll(frame, detail.customer().name(), after, model);
  }

  private Happened happened(String companyId, UUID id) {
    return new Happened(
        PATH + "/" + id, (after, most) -> views.timeline().ofCustomer(companyId, id, after, most));
  }

  private static Optional<CurrencyUnit> owing(
      @Nullable String show, List<CurrencyUnit> currencies, Frame frame) {
    if (show == null) {
      CurrencyUnit own = frame.company().company().currency();
      return currencies.contains(own) ? Optional.of(own) : currencies.stream().findFirst();
    }
    return currencies.stream().filter(currency -> currency.getCode().equals(show)).findFirst();
  }
}
