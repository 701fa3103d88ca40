package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dunlin.core.dunning.Coverage;
import org.dunlin.core.dunning.DunningFacts;
import org.dunlin.core.dunning.HoldIndex;
import org.dunlin.core.dunning.OpenInvoice;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.dunning.StandardPlan;
import org.dunlin.core.dunning.UndecidedMoney;
import org.dunlin.core.matching.MatchFacts;
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Dispute;
import org.dunlin.core.model.DisputeState;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.work.dialogue.Standing;
import org.dunlin.work.match.OpenItems;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What dunning of one company is decided from on a day, and what holds it: a reminder is never sent
 * on stale or contradicted facts.
 *
 * @param open the open invoices by their ids
 * @param covered the last day that the statements of each account cover
 * @param standing what people said that stops reminders; its holds are among the others
 * @param plans by which the company's customers are dunned
 */
record GatheredFacts(
    Company company,
    Map<String, Customer> customers,
    Map<String, OpenDocument> open,
    List<Hold> holds,
    Map<String, LocalDate> covered,
    Standing standing,
    CompanyPlans plans) {

  static GatheredFacts of(
      Stores stores, CompanyProfile profile, LocalDate today, SourceHolds sourceHolds) {
    MatchFacts items = OpenItems.of(stores, profile);
    Map<String, Customer> customers = new HashMap<>();
    Set<String> refused = stores.outbox().refusedAddresses(profile.id());
    Map<UUID, String> languages = stores.payer().languages().of(profile.id());
    items
        .customers()
        .forEach(
            customer ->
                customers.put(
                    customer.id(),
                    told(customer, refused, languages.get(UUID.fromString(customer.id())))));
    Map<String, OpenDocument> open = new HashMap<>();
    items.documents().stream()
        .filter(document -> document.document().kind() == InvoiceKind.INVOICE)
        .forEach(document -> open.put(document.document().id(), document));
    Map<String, LocalDate> covered =
        Coverage.coveredTo(stores.statements().byAccount(profile.id()));
    List<Hold> holds = new ArrayList<>();
    holds.addAll(ofTheCompany(stores, profile, covered, today));
    holds.addAll(undecidedMoney(stores, items, profile.id(), today, open, covered).holds());
    holds.addAll(sourceHolds.on(profile.id(), open.values()));
    holds.addAll(beingPaid(stores, profile.id(), open));
    return new GatheredFacts(
        profile.company(),
        customers,
        open,
        holds,
        covered,
        new Standing(List.of(), Map.of()),
        CompanyPlans.of(stores, profile.id()));
  }

  /** The same with what people said that stops reminders. */
  GatheredFacts with(Standing said) {
    List<Hold> all = new ArrayList<>(holds);
    all.addAll(said.holds());
    open.forEach(
        (id, document) -> {
          if (wholly(said, document)) {
            all.add(new Hold(null, id, HoldReason.DISPUTE, null));
          }
        });
    all.addAll(plans.shadowed(open.values(), customers));
    return new GatheredFacts(company, customers, open, all, covered, said, plans);
  }

  /**
   * What is to be foreseen by these plans: without what stops everything now, and without what is
   * stale, since both may be otherwise on the day.
   */
  GatheredFacts foreseen(CompanyPlans others) {
    List<Hold> lasting =
        holds.stream()
            .filter(hold -> hold.customerId() != null || hold.invoiceId() != null)
            .filter(hold -> hold.reason() != HoldReason.STALE_SOURCE)
            .toList();
    return new GatheredFacts(company, customers, open, lasting, covered, standing, others);
  }

  /** The invoices that money which is there or on its way could settle. */
  Set<String> undecided() {
    return holds.stream()
        .filter(
            hold ->
                hold.reason() == HoldReason.PLAUSIBLE_PAYMENT
                    || hold.reason() == HoldReason.PAYMENT_IN_FLIGHT)
        .map(Hold::invoiceId)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** Since when the plan is in force must not depend on who still owes something. */
  DunningFacts facts(Stores stores) {
    List<OpenInvoice> invoices =
        open.values().stream().map(each -> new OpenInvoice(each.document(), each.open())).toList();
    Map<String, LocalDate> began = new HashMap<>();
    for (Plan plan : plans.all()) {
      stores.actions().began(company.id(), plan.id()).ifPresent(day -> began.put(plan.id(), day));
    }
    return new DunningFacts(
        company,
        List.copyOf(customers.values()),
        invoices,
        stores.actions().past(company.id()),
        holds.stream().filter(hold -> hold.reason() != HoldReason.DISPUTE).toList(),
        List.of(),
        contested(),
        List.of(),
        plans.all(),
        began);
  }

  /** What is contested, as the engine takes it: it asks for the rest, an instalment at a time. */
  private List<Dispute> contested() {
    return standing.contested().entrySet().stream()
        .map(
            each ->
                new Dispute(
                    each.getKey(),
                    each.getKey(),
                    each.getValue(),
                    HoldReason.DISPUTE.name(),
                    null,
                    null,
                    DisputeState.OPEN))
        .toList();
  }

  /** The open invoices that nothing holds, by their customers' ids. */
  Map<String, List<OpenInvoice>> free() {
    HoldIndex index = new HoldIndex(holds);
    return open.values().stream()
        .map(this::asked)
        .filter(each -> index.of(each.invoice().customerId(), each.invoice().id()).isEmpty())
        .collect(Collectors.groupingBy(each -> each.invoice().customerId()));
  }

  /**
   * With what may be asked for. One that is contested wholly keeps its amount, so that it is seen
   * to be held.
   */
  private OpenInvoice asked(OpenDocument document) {
    String id = document.document().id();
    return new OpenInvoice(
        document.document(),
        wholly(standing, document) ? document.open() : standing.asked(id, document.open()));
  }

  /** Whether so much of an invoice is contested that the rest is not worth a message. */
  boolean whollyContested(OpenDocument document) {
    return wholly(standing, document);
  }

  private boolean wholly(Standing said, OpenDocument document) {
    String id = document.document().id();
    Money asked = said.asked(id, document.open());
    return said.contested().containsKey(id)
        && !(asked.isPositive() && planOf(document).isWorthIt(asked, company));
  }

  /** Who is in no plan is reminded of nothing, and how small a rest may be is the same to them. */
  private Plan planOf(OpenDocument document) {
    Customer customer = customers.get(document.document().customerId());
    return Optional.ofNullable(customer)
        .flatMap(owner -> plans.of(document.document(), owner))
        .orElseGet(StandardPlan::plan);
  }

  /** The holds that stop a message about this customer and invoice now. */
  List<Hold> holdsOn(String customerId, String invoiceId) {
    return holds.stream()
        .filter(hold -> hold.customerId() == null || hold.customerId().equals(customerId))
        .filter(hold -> hold.invoiceId() == null || hold.invoiceId().equals(invoiceId))
        .toList();
  }

  private static UndecidedMoney undecidedMoney(
      Stores stores,
      MatchFacts items,
      String companyId,
      LocalDate today,
      Map<String, OpenDocument> open,
      Map<String, LocalDate> covered) {
    UndecidedMoney money = new UndecidedMoney(items, stores.payerLessons().of(companyId));
    money.creditNotes();
    money.cameIn(pages -> OpenItems.eachPayment(stores, companyId, pages));
    money.cameIn(pages -> pages.accept(UnappliedBookings.of(stores, companyId, today)));
    money.onItsWay(pages -> AdvisedMoney.each(stores, companyId, covered, pages));
    money.credited(CustomerCredit.couldSettle(stores, companyId, open.values()));
    return money;
  }

  /** What somebody pays at a payment link, or has paid there and the money is still to come. */
  private static List<Hold> beingPaid(
      Stores stores, String companyId, Map<String, OpenDocument> open) {
    return stores.pay().checkouts().inFlight(companyId).stream()
        .map(UUID::toString)
        .filter(open::containsKey)
        .map(invoice -> new Hold(null, invoice, HoldReason.PAYMENT_IN_FLIGHT, null))
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
   * Where a server refused the address, there is none: e-mails are held, and letters go. The language
   * is the one that the customer asked for, where it did.
   */
  private static Customer told(
      Customer customer, Set<String> refused, @Nullable String language) {
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
}
