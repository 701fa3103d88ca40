package org.dunlin.work.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dunlin.core.identity.Enriched;
import org.dunlin.core.matching.History;
import org.dunlin.core.matching.MatchFacts;
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.matching.Refusal;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.ledger.FurtherSources.OfOpen;
import org.dunlin.store.ledger.PaymentState;
import org.dunlin.store.ledger.Payments.Place;

/** The facts over which matching decides. */
public final class OpenItems {
  /** Payments that are in memory at one time. */
  static final int PAGE = 500;

  /** A number that was settled longer ago is not paid twice, and may be another's by now. */
  static final int SETTLED_YEARS = 3;

  /** So many numbers of documents show how a company numbers. */
  static final int LATEST = 2_000;

  private OpenItems() {}

  /**
   * What is open of a company now, and what people refused; without the payments, which may be
   * millions and come by {@link #eachPayment}.
   */
  public static MatchFacts of(Stores stores, CompanyProfile profile) {
    String companyId = profile.id();
    List<OfOpen> further = stores.furtherSources().ofOpen(companyId);
    Map<String, Invoice> others = others(further);
    List<OpenDocument> documents =
        stores.invoices().open(companyId).stream()
            .map(state -> new OpenDocument(enriched(state.invoice(), others), state.open()))
            .toList();
    return new MatchFacts(
        profile.company(),
        customers(
            stores.customers().of(companyId), stores.customerLinks().leaders(companyId), further),
        documents,
        List.of(),
        refusals(stores, companyId));
  }

  /**
   * What is open of the customers who have an open credit note, some customers after the other, and
   * what people refused.
   */
  public static void eachWithCredit(
      Stores stores, CompanyProfile profile, Consumer<MatchFacts> some) {
    List<UUID> customers = stores.invoices().customersWithOpenCredit(profile.id());
    if (customers.isEmpty()) {
      return;
    }
    Map<UUID, UUID> leaders = stores.customerLinks().leaders(profile.id());
    Set<Refusal> refusals = refusals(stores, profile.id());
    for (int from = 0; from < customers.size(); from += PAGE) {
      List<UUID> page = customers.subList(from, Math.min(customers.size(), from + PAGE));
      MatchFacts open = of(stores, profile, stores.invoices().open(profile.id(), page), leaders);
      some.accept(
          new MatchFacts(open.company(), open.customers(), open.documents(), List.of(), refusals));
    }
  }

  private static Set<Refusal> refusals(Stores stores, String companyId) {
    return stores.refusals().of(companyId).stream()
        .map(pair -> new Refusal(pair.paymentId(), pair.invoiceId()))
        .collect(Collectors.toSet());
  }

  /**
   * The same of some documents: what is open of them, their customers, and what other connections
   * know of both. A customer is as it is of all, so what is known by any of its open documents
   * counts.
   *
   * @param states of which what is not open is left out
   * @param leaders by those whom they lead, of the whole company
   */
  public static MatchFacts of(
      Stores stores, CompanyProfile profile, List<DocumentState> states, Map<UUID, UUID> leaders) {
    List<DocumentState> open =
        states.stream()
            .filter(state -> state.invoice().status() == InvoiceStatus.OPEN)
            .filter(state -> state.open().isPositive())
            .toList();
    Set<UUID> owners = new HashSet<>();
    open.forEach(state -> owners.add(UUID.fromString(state.invoice().customerId())));
    List<OfOpen> further = stores.furtherSources().ofOpen(profile.id(), owners);
    Map<String, Invoice> others = others(further);
    List<OpenDocument> documents =
        open.stream()
            .map(state -> new OpenDocument(enriched(state.invoice(), others), state.open()))
            .toList();
    Set<UUID> asked = new TreeSet<>(owners);
    further.forEach(each -> asked.add(each.source().customerId()));
    leaders.forEach(
        (follower, leader) -> {
          if (owners.contains(leader)) {
            asked.add(follower);
          }
        });
    return new MatchFacts(
        profile.company(),
        customers(stores.customers().all(profile.id(), asked), leaders, further),
        documents,
        List.of(),
        Set.of());
  }

  /** Of each document what the first of the others says. */
  private static Map<String, Invoice> others(List<OfOpen> further) {
    Map<String, Invoice> others = new HashMap<>();
    for (OfOpen each : further) {
      others.putIfAbsent(each.source().invoiceId().toString(), each.source().said());
    }
    return others;
  }

  /** The same facts once so much is settled of these documents; all others are as they were. */
  static MatchFacts without(Stores stores, String companyId, MatchFacts facts, Set<UUID> settled) {
    Map<String, DocumentState> now = new HashMap<>();
    stores
        .invoices()
        .all(companyId, settled)
        .forEach(state -> now.put(state.invoice().id(), state));
    List<OpenDocument> documents = new ArrayList<>();
    for (OpenDocument each : facts.documents()) {
      DocumentState state = now.get(each.document().id());
      if (state == null) {
        documents.add(each);
      } else if (state.invoice().status() == InvoiceStatus.OPEN && state.open().isPositive()) {
        documents.add(new OpenDocument(each.document(), state.open()));
      }
    }
    return new MatchFacts(
        facts.company(), facts.customers(), documents, facts.payments(), facts.refusals());
  }

  private static Invoice enriched(Invoice invoice, Map<String, Invoice> others) {
    Invoice other = others.get(invoice.id());
    return other == null ? invoice : Enriched.by(invoice, other);
  }

  /**
   * What the program of record does not tell of a customer, another that has the customer or its
   * invoice may: what it says itself, not what it took of others, so that a customer rests on its
   * own neighbours only, however a ledger is cut. Those whom another leads are no customers of
   * their own.
   */
  private static List<Customer> customers(
      List<Customer> all, Map<UUID, UUID> leaders, List<OfOpen> further) {
    if (further.isEmpty() && leaders.isEmpty()) {
      return all;
    }
    Map<UUID, Customer> said = new HashMap<>();
    Map<UUID, Customer> known = new LinkedHashMap<>();
    for (Customer customer : all) {
      UUID id = UUID.fromString(customer.id());
      said.put(id, customer);
      known.put(id, customer);
    }
    new TreeMap<>(leaders).forEach((follower, leader) -> enrich(known, leader, said, follower));
    leaders.keySet().forEach(known::remove);
    for (OfOpen each : further) {
      UUID customer = each.source().customerId();
      if (!each.ownerId().equals(customer) && known.containsKey(customer)) {
        enrich(known, each.ownerId(), said, customer);
      }
    }
    return List.copyOf(known.values());
  }

  private static void enrich(
      Map<UUID, Customer> known, UUID customer, Map<UUID, Customer> said, UUID from) {
    Customer other = said.get(from);
    if (other != null) {
      known.computeIfPresent(customer, (id, own) -> Enriched.by(own, other));
    }
  }

  /** What the books of before teach; bounded by customers, whatever has been settled. */
  static History history(Stores stores, String companyId) {
    return new History(
        stores.payerLessons().of(companyId), stores.settledInvoices().latest(companyId, LATEST));
  }

  /**
   * The unallocated payments of a company in the order of booking, a bounded list after the other.
   */
  public static void eachPayment(
      Stores stores, String companyId, Consumer<List<UnallocatedPayment>> some) {
    each(place -> stores.payments().unallocated(companyId, place, PAGE), some);
  }

  private static void each(
      Function<Place, List<PaymentState>> after, Consumer<List<UnallocatedPayment>> some) {
    Place place = Place.START;
    List<PaymentState> page;
    do {
      page = after.apply(place);
      if (!page.isEmpty()) {
        place = Place.behind(page.getLast().payment());
        some.accept(
            page.stream()
                .map(state -> new UnallocatedPayment(state.payment(), state.unallocated()))
                .toList());
      }
    } while (page.size() == PAGE);
  }
}
