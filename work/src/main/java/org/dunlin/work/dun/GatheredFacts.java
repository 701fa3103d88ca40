package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dunlin.core.dunning.Coverage;
import org.dunlin.core.dunning.DunningFacts;
import org.dunlin.core.dunning.OpenInvoice;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.dunning.StandardPlan;
import org.dunlin.core.matching.MatchFacts;
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.matching.PlausiblePayments;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.work.dialogue.Standing;
import org.dunlin.work.match.OpenItems;
import org.joda.money.Money;

/**
 * What dunning of one company is decided from on a day, and what holds it: a reminder is never sent
 * on stale or contradicted facts.
 *
 * @param open the open invoices by their ids
 * @param covered the last day that the statements of each account cover
 * @param standing what people said that stops reminders; its holds are among the others
 */
record GatheredFacts(
    Company company,
    Map<String, Customer> customers,
    Map<String, OpenDocument> open,
    List<Hold> holds,
    Map<String, LocalDate> covered,
    Standing standing) {

  static GatheredFacts of(
      Stores stores, CompanyProfile profile, LocalDate today, SourceHolds sourceHolds) {
    MatchFacts items = OpenItems.of(stores, profile);
    Map<String, Customer> customers = new HashMap<>();
    Set<String> refused = stores.outbox().refusedAddresses(profile.id());
    items
        .customers()
        .forEach(customer -> customers.put(customer.id(), reachable(customer, refused)));
    Map<String, OpenDocument> open = new HashMap<>();
    items.documents().stream()
        .filter(document -> document.document().kind() == InvoiceKind.INVOICE)
        .forEach(document -> open.put(document.document().id(), document));
    Map<String, LocalDate> covered =
        Coverage.coveredTo(stores.statements().byAccount(profile.id()));
    List<Hold> holds = new ArrayList<>();
    holds.addAll(ofTheCompany(stores, profile, covered, today));
    for (String invoiceId : plausiblyPaid(stores, items, profile.id(), today)) {
      holds.add(new Hold(null, invoiceId, HoldReason.PLAUSIBLE_PAYMENT, null));
    }
    for (String invoiceId : CustomerCredit.couldSettle(stores, profile.id(), open.values())) {
      holds.add(new Hold(null, invoiceId, HoldReason.PLAUSIBLE_PAYMENT, null));
    }
    for (String invoiceId : AdvisedMoney.couldSettle(stores, items, profile.id(), covered)) {
      holds.add(new Hold(null, invoiceId, HoldReason.PAYMENT_IN_FLIGHT, null));
    }
    holds.addAll(sourceHolds.on(profile.id(), open.values()));
    return new GatheredFacts(
        profile.company(), customers, open, holds, covered, new Standing(List.of(), Map.of()));
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
    return new GatheredFacts(company, customers, open, all, covered, said);
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
    List<OpenInvoice> invoices = open.values().stream().map(this::asked).toList();
    Plan plan = StandardPlan.plan();
    return new DunningFacts(
        company,
        List.copyOf(customers.values()),
        invoices,
        stores.actions().past(company.id()),
        holds,
        List.of(),
        List.of(),
        List.of(),
        List.of(plan),
        stores
            .actions()
            .began(company.id(), plan.id())
            .map(day -> Map.of(plan.id(), day))
            .orElse(Map.of()));
  }

  /** The open invoices that nothing holds, by their customers' ids. */
  Map<String, List<OpenInvoice>> free() {
    return open.values().stream()
        .map(this::asked)
        .filter(each -> holdsOn(each.invoice().customerId(), each.invoice().id()).isEmpty())
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
        && !(asked.isPositive() && StandardPlan.plan().isWorthIt(asked, company));
  }

  /** The holds that stop a message about this customer and invoice now. */
  List<Hold> holdsOn(String customerId, String invoiceId) {
    return holds.stream()
        .filter(hold -> hold.customerId() == null || hold.customerId().equals(customerId))
        .filter(hold -> hold.invoiceId() == null || hold.invoiceId().equals(invoiceId))
        .toList();
  }

  private static Set<String> plausiblyPaid(
      Stores stores, MatchFacts items, String companyId, LocalDate today) {
    Set<String> invoiceIds = new TreeSet<>();
    PlausiblePayments plausible =
        new PlausiblePayments(items, (invoiceId, settledBy) -> invoiceIds.add(invoiceId));
    OpenItems.eachPayment(stores, companyId, plausible::next);
    List<UnallocatedPayment> unapplied = UnappliedBookings.of(stores, companyId, today);
    if (!unapplied.isEmpty()) {
      new PlausiblePayments(items, (invoiceId, settledBy) -> invoiceIds.add(invoiceId))
          .next(unapplied);
    }
    return invoiceIds;
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

  /** Where a server refused the address, there is none: e-mails are held, and letters go. */
  private static Customer reachable(Customer customer, Set<String> refused) {
    if (customer.email() == null || !refused.contains(customer.email())) {
      return customer;
    }
    return new Customer(
        customer.id(),
        customer.number(),
        customer.name(),
        null,
        customer.phone(),
        customer.address(),
        customer.language(),
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
