package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.dunlin.core.claim.PartPayment;
import org.dunlin.core.dunning.DunningFacts;
import org.dunlin.core.dunning.OpenInvoice;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.dunning.Replay;
import org.dunlin.core.dunning.Settled;
import org.dunlin.core.matching.BackTest;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.ledger.DocumentState;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How dunning would have gone over a company's own past, by its plans or by one that it tries.
 * Nothing is sent and nothing kept: who asks again is answered from the books as they are then.
 */
public final class ReplayDunning {
  /** So many invoices at most, the latest issued. */
  public static final int MOST = 20_000;

  private static final int AT_ONCE = 1_000;
  private static final int SHOWN = 100;

  private final Stores stores;
  private final int most;
  private final Semaphore one = new Semaphore(1);

  /** Over these stores. */
  public ReplayDunning(Stores stores) {
    this(stores, MOST);
  }

  ReplayDunning(Stores stores, int most) {
    this.stores = stores;
    this.most = most;
  }

  /** A reminder that would have come after payment. */
  public record Late(LocalDate on, String step, Customer customer, List<Part> parts) {
    public Late {
      parts = List.copyOf(parts);
    }
  }

  /** What it asks for of an invoice. */
  public record Part(String invoiceId, String number, Money asked) {}

  /**
   * What came of it.
   *
   * @param first the first day that was played; null where there is no past
   * @param invoices how many were looked at
   * @param unknown paid invoices left out, since nobody knows when they were paid
   * @param cut whether there are more invoices than were looked at
   * @param late the first of those that would have come after payment
   */
  public record Outcome(
      Replay.Result result,
      @Nullable LocalDate first,
      LocalDate last,
      int invoices,
      int unknown,
      boolean cut,
      List<Late> late) {
    public Outcome {
      late = List.copyOf(late);
    }
  }

  /**
   * Plays the past; empty while another is under way, since each holds a ledger in memory.
   *
   * @param planId a plan for all who name none; null: the plans in force
   */
  public Optional<Outcome> run(String companyId, @Nullable String planId) {
    if (!one.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          stores.transactions().at(() -> replay(stores.companies().profile(companyId), planId)));
    } finally {
      one.release();
    }
  }

  /** The plans among which one may choose, those in force first. */
  public List<String> plans(String companyId) {
    return CompanyPlans.of(stores, companyId).all().stream().map(Plan::id).toList();
  }

  private Outcome replay(CompanyProfile profile, @Nullable String planId) {
    LocalDate last = stores.companies().businessDate(profile).minusDays(1);
    List<DocumentState> latest = stores.invoices().latestIssued(profile.id(), most + 1);
    boolean cut = latest.size() > most;
    List<OpenInvoice> invoices = new ArrayList<>();
    List<Settled> booked = new ArrayList<>();
    int unknown = 0;
    for (DocumentState state : cut ? latest.subList(0, most) : latest) {
      invoices.add(new OpenInvoice(state.invoice(), state.open()));
    }
    Map<UUID, List<PartPayment>> settled = settled(profile.id(), invoices);
    List<OpenInvoice> before = new ArrayList<>();
    for (OpenInvoice each : invoices) {
      Invoice invoice = each.invoice();
      List<PartPayment> parts = settled.getOrDefault(UUID.fromString(invoice.id()), List.of());
      Money open = openNow(each);
      for (PartPayment part : parts) {
        open = open.plus(part.amount());
        booked.add(new Settled(invoice.id(), part.on(), part.amount()));
      }
      if (open.isPositive()) {
        before.add(new OpenInvoice(BackTest.reopened(invoice), open));
      } else {
        unknown++;
      }
    }
    return played(profile, planId, before, booked, last, unknown, cut);
  }

  private Outcome played(
      CompanyProfile profile,
      @Nullable String planId,
      List<OpenInvoice> invoices,
      List<Settled> booked,
      LocalDate last,
      int unknown,
      boolean cut) {
    LocalDate first = first(invoices);
    if (first == null || first.isAfter(last)) {
      return new Outcome(
          new Replay.Result(0, 0, 0, List.of()), null, last, 0, unknown, cut, List.of());
    }
    Map<String, Customer> customers = customers(profile.company(), invoices);
    Map<String, String> numbers = new HashMap<>();
    invoices.forEach(each -> numbers.put(each.invoice().id(), each.invoice().number()));
    DunningFacts facts =
        new DunningFacts(
                profile.company(),
                List.copyOf(customers.values()),
                invoices,
                List.of(),
                List.of(),
                plans(profile.id(), planId))
            .with(CompanyPlans.of(stores, profile.id()).risks());
    List<Late> late = new ArrayList<>();
    Replay.Result result =
        Replay.of(
            facts,
            booked,
            first,
            last,
            action -> {
              if (late.size() < SHOWN) {
                late.add(late(action, customers, numbers));
              }
            });
    return new Outcome(result, first, last, invoices.size(), unknown, cut, late);
  }

  private List<Plan> plans(String companyId, @Nullable String planId) {
    CompanyPlans known = CompanyPlans.of(stores, companyId);
    if (planId == null) {
      return known.all();
    }
    Plan chosen =
        known
            .named(planId)
            .orElseThrow(
                () ->
                    PlanText.refused(
                        "UNKNOWN_PLAN", "there is no plan " + planId + "; name another"));
    List<Plan> plans = new ArrayList<>(List.of(chosen.forEveryone()));
    known.all().stream()
        .filter(plan -> !plan.id().equals(planId))
        .map(Plan::onlyNamed)
        .forEach(plans::add);
    return plans;
  }

  private Map<String, Customer> customers(Company company, List<OpenInvoice> invoices) {
    Set<UUID> ids = new HashSet<>();
    invoices.forEach(each -> ids.add(UUID.fromString(each.invoice().customerId())));
    Map<String, Customer> customers = new HashMap<>();
    stores
        .customers()
        .all(company.id(), ids)
        .forEach(customer -> customers.put(customer.id(), customer));
    return customers;
  }

  private Map<UUID, List<PartPayment>> settled(String companyId, Collection<OpenInvoice> invoices) {
    List<UUID> ids = invoices.stream().map(each -> UUID.fromString(each.invoice().id())).toList();
    Map<UUID, List<PartPayment>> settled = new HashMap<>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      settled.putAll(
          stores
              .claims()
              .settlements()
              .of(companyId, ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
    }
    return settled;
  }

  private static Money openNow(OpenInvoice each) {
    boolean settled = each.invoice().status() == InvoiceStatus.PAID || !each.open().isPositive();
    return settled ? Money.zero(each.invoice().currency()) : each.open();
  }

  private static @Nullable LocalDate first(List<OpenInvoice> invoices) {
    return invoices.stream()
        .map(each -> each.invoice().issueDate())
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  private static Late late(
      Action action, Map<String, Customer> customers, Map<String, String> numbers) {
    List<Part> parts = new ArrayList<>();
    for (ActionItem item : action.items()) {
      parts.add(
          new Part(
              item.invoiceId(),
              numbers.getOrDefault(item.invoiceId(), item.invoiceId()),
              item.amount()));
    }
    Customer customer = customers.get(action.customerId());
    if (customer == null) {
      throw new IllegalStateException("an action names a customer who is not in the facts");
    }
    return new Late(action.on(), action.step(), customer, parts);
  }
}
