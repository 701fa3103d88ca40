package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.dunlin.core.dunning.Coverage;
import org.dunlin.core.dunning.DunningFacts;
import org.dunlin.core.dunning.HoldIndex;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.matching.MatchFacts;
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.dunning.PlanBook;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.work.dialogue.Standing;
import org.dunlin.work.match.OpenItems;

/**
 * One company's day of dunning: what holds for all of it, from which the facts of some customers
 * are gathered. Of what is open it holds nothing itself.
 *
 * @param began since when plans are in force, by their ids
 * @param leaders of customers who are one with another, by those whom they lead
 * @param refused addresses that servers refused for good
 * @param languages that customers asked for, by their ids
 * @param sources what holds invoices because of their programs
 * @param holds all others: of the company, of money that nobody has allocated, of what people said
 * @param standing what people said that stops reminders
 */
record CompanyDay(
    Stores stores,
    CompanyProfile profile,
    LocalDate today,
    CompanyPlans plans,
    Map<String, LocalDate> began,
    Map<String, LocalDate> covered,
    Map<UUID, UUID> leaders,
    Set<String> refused,
    Map<UUID, String> languages,
    SourceHolds.Known sources,
    HoldIndex holds,
    Set<String> undecided,
    Standing standing) {

  /** As it begins, before what people said is looked through. */
  static CompanyDay of(
      Stores stores, CompanyProfile profile, LocalDate today, SourceHolds sourceHolds) {
    String id = profile.id();
    Map<String, LocalDate> covered = Coverage.coveredTo(stores.statements().byAccount(id));
    CompanyPlans plans = CompanyPlans.of(stores, id);
    SourceHolds.Known sources = sourceHolds.known(id);
    List<Hold> money = UndecidedHolds.of(stores, profile, today, covered);
    List<Hold> beingPaid = beingPaid(stores, id);
    List<Hold> holds = ofTheCompany(stores, profile, covered, today);
    holds.addAll(money);
    holds.addAll(beingPaid);
    Set<String> undecided = new HashSet<>();
    money.forEach(hold -> undecided.add(String.valueOf(hold.invoiceId())));
    beingPaid.forEach(hold -> undecided.add(String.valueOf(hold.invoiceId())));
    sources.paid().forEach(invoice -> undecided.add(invoice.toString()));
    return new CompanyDay(
        stores,
        profile,
        today,
        plans,
        began(stores, id, plans),
        covered,
        stores.customerLinks().leaders(id),
        stores.outbox().refusedAddresses(id),
        stores.payer().languages().of(id),
        sources,
        new HoldIndex(holds),
        undecided,
        new Standing(List.of(), Map.of()));
  }

  /** The same with what people said. */
  CompanyDay with(Standing said) {
    return new CompanyDay(
        stores, profile, today, plans, began, covered, leaders, refused, languages, sources, holds,
        undecided, said);
  }

  /** Since when plans are in force; one that has decided nothing yet is not there. */
  static Map<String, LocalDate> began(Stores stores, String companyId, CompanyPlans plans) {
    Map<String, LocalDate> began = new HashMap<>();
    for (Plan plan : plans.all()) {
      stores.actions().began(companyId, plan.id()).ifPresent(day -> began.put(plan.id(), day));
    }
    return began;
  }

  /** What the engine takes of these. */
  DunningFacts facts(GatheredFacts gathered) {
    return gathered.facts(
        stores
            .actions()
            .past(
                profile.id(),
                gathered.customers().keySet().stream().map(UUID::fromString).toList(),
                gathered.open().keySet().stream().map(UUID::fromString).toList()),
        began);
  }

  /** All that is open of these customers. */
  GatheredFacts ofCustomers(Collection<UUID> customers) {
    return some(stores.invoices().open(profile.id(), customers));
  }

  /** These invoices, as far as they are open, and their customers. */
  GatheredFacts ofInvoices(Collection<UUID> invoices) {
    return some(stores.invoices().all(profile.id(), invoices));
  }

  /** What is open of the customers of these actions, and of their invoices, whosoever they are. */
  GatheredFacts of(Collection<Action> actions) {
    Map<String, DocumentState> states = new HashMap<>();
    Set<UUID> customers = new HashSet<>();
    Set<UUID> invoices = new HashSet<>();
    for (Action action : actions) {
      UUID customer = UUID.fromString(action.customerId());
      customers.add(leaders.getOrDefault(customer, customer));
      action.items().forEach(item -> invoices.add(UUID.fromString(item.invoiceId())));
    }
    stores
        .invoices()
        .all(profile.id(), invoices)
        .forEach(state -> states.put(state.invoice().id(), state));
    stores
        .invoices()
        .open(profile.id(), customers)
        .forEach(state -> states.put(state.invoice().id(), state));
    return some(List.copyOf(states.values()));
  }

  private GatheredFacts some(List<DocumentState> states) {
    return gathered(OpenItems.of(stores, profile, states, leaders));
  }

  private GatheredFacts gathered(MatchFacts items) {
    Map<String, Customer> customers = new HashMap<>();
    items.customers().forEach(customer -> customers.put(customer.id(), told(customer)));
    Map<String, OpenDocument> open = new HashMap<>();
    items.documents().stream()
        .filter(document -> document.document().kind() == InvoiceKind.INVOICE)
        .forEach(document -> open.put(document.document().id(), document));
    List<Hold> all = new ArrayList<>(holds.ofAny(customers.keySet(), open.keySet()));
    all.addAll(sources.on(open.values()));
    all.addAll(new HoldIndex(standing.holds()).ofAny(customers.keySet(), open.keySet()));
    return new GatheredFacts(
            profile.company(),
            customers,
            open,
            all,
            covered,
            new Standing(List.of(), Map.of()),
            plans)
        .with(standing.contestedOf(open.keySet()));
  }

  /** What somebody pays at a payment link, or has paid there and the money is still to come. */
  private static List<Hold> beingPaid(Stores stores, String companyId) {
    return stores.pay().checkouts().inFlight(companyId).stream()
        .map(invoice -> new Hold(null, invoice.toString(), HoldReason.PAYMENT_IN_FLIGHT, null))
        .toList();
  }

  private static List<Hold> ofTheCompany(
      Stores stores, CompanyProfile profile, Map<String, LocalDate> covered, LocalDate today) {
    List<Hold> holds = new ArrayList<>();
    if (profile.mode() == DunningMode.SHADOW) {
      holds.add(new Hold(null, null, HoldReason.SHADOW, null));
    }
    if (stores.settings().stopped()) {
      holds.add(new Hold(null, null, HoldReason.STOPPED, null));
    }
    List<AccountId> accounts = profile.company().accounts();
    if (accounts.isEmpty() || !Coverage.missing(accounts, covered, today).isEmpty()) {
      holds.add(new Hold(null, null, HoldReason.STALE_SOURCE, null));
    }
    return holds;
  }

  /**
   * Where a server refused the address, there is none: e-mails are held, and letters go. The
   * language is the one that the customer asked for, where it did.
   */
  private Customer told(Customer customer) {
    String language = languages.get(UUID.fromString(customer.id()));
    boolean unreachable = customer.email() != null && refused.contains(customer.email());
    if (!unreachable && language == null) {
      return customer;
    }
    return new Customer(
        customer.id(),
        customer.number(),
        customer.name(),
        unreachable ? null : customer.email(),
        customer.phone(),
        customer.address(),
        language == null ? customer.language() : language,
        customer.vatNumber(),
        customer.registrationNumber(),
        customer.ibans(),
        customer.consumer(),
        customer.segments(),
        customer.plan(),
        customer.paymentTermDays(),
        customer.stub(),
        customer.source());
  }

  /**
   * What the days rest on, on which invoices are looked at again, beside what triggers note: the
   * plans, since when they are in force, the company's terms, and the rules of this hub.
   */
  String basis() {
    Map<String, Object> onboarding = new TreeMap<>();
    for (Plan plan : plans.all()) {
      if (plan.onboarding() != null) {
        LocalDate since = began.get(plan.id());
        onboarding.put(plan.id(), since == null ? "-" : since);
      }
    }
    return Basis.of(
        stores.plans().inForce(profile.id()).stream().map(PlanBook.InForce::yaml).toList(),
        CompanyPlans.carried().stream().map(CompanyPlans::carriedYaml).toList(),
        onboarding,
        profile.company().tolerance(),
        String.valueOf(profile.company().paymentTermDays()));
  }
}
