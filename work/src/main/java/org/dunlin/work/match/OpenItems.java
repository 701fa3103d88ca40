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
import org.dunlin.store.ledger.FurtherSource;
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
    List<FurtherSource> further = stores.furtherSources().ofOpen(companyId);
    Map<String, Invoice> others = new HashMap<>();
    further.forEach(source -> others.putIfAbsent(source.invoiceId().toString(), source.said()));
    List<OpenDocument> documents =
        stores.invoices().open(companyId).stream()
            .map(state -> new OpenDocument(enriched(state.invoice(), others), state.open()))
            .toList();
    Set<Refusal> refusals =
        stores.refusals().of(companyId).stream()
            .map(pair -> new Refusal(pair.paymentId(), pair.invoiceId()))
            .collect(Collectors.toSet());
    return new MatchFacts(
        profile.company(),
        customers(
            stores.customers().of(companyId),
            stores.customerLinks().leaders(companyId),
            documents,
            further),
        documents,
        List.of(),
        refusals);
  }

  /**
   * The same of some documents: what is open of them, their customers, and what other connections
   * know of both.
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
    List<FurtherSource> further =
        stores
            .furtherSources()
            .of(
                profile.id(),
                open.stream().map(state -> UUID.fromString(state.invoice().id())).toList());
    Map<String, Invoice> others = new HashMap<>();
    further.forEach(source -> others.putIfAbsent(source.invoiceId().toString(), source.said()));
    List<OpenDocument> documents =
        open.stream()
            .map(state -> new OpenDocument(enriched(state.invoice(), others), state.open()))
            .toList();
    Set<UUID> owners = new HashSet<>();
    documents.forEach(each -> owners.add(UUID.fromString(each.document().customerId())));
    Set<UUID> asked = new TreeSet<>(owners);
    further.forEach(source -> asked.add(source.customerId()));
    leaders.forEach(
        (follower, leader) -> {
          if (owners.contains(leader)) {
            asked.add(follower);
          }
        });
    return new MatchFacts(
        profile.company(),
        customers(stores.customers().all(profile.id(), asked), leaders, documents, further),
        documents,
        List.of(),
        Set.of());
  }

  /** The same facts once so much is settled of these documents; all others are as they were. */
  static MatchFacts without(
      Stores stores, String companyId, MatchFacts facts, Set<UUID> settled) {
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
   * invoice may. Those whom another leads are no customers of their own.
   */
  private static List<Customer> customers(
      List<Customer> all,
      Map<UUID, UUID> leaders,
      List<OpenDocument> documents,
      List<FurtherSource> further) {
    if (further.isEmpty() && leaders.isEmpty()) {
      return all;
    }
    Map<String, Customer> byId = new LinkedHashMap<>();
    all.forEach(customer -> byId.put(customer.id(), customer));
    new TreeMap<>(leaders).forEach((follower, leader) -> enrich(byId, leader, follower));
    leaders.keySet().forEach(follower -> byId.remove(follower.toString()));
    Map<String, UUID> owners = new HashMap<>();
    documents.forEach(
        each -> owners.put(each.document().id(), UUID.fromString(each.document().customerId())));
    for (FurtherSource source : further) {
      UUID owner = owners.get(source.invoiceId().toString());
      if (owner != null && !owner.equals(source.customerId())) {
        enrich(byId, owner, source.customerId());
      }
    }
    return List.copyOf(byId.values());
  }

  private static void enrich(Map<String, Customer> byId, UUID customer, UUID from) {
    Customer other = byId.get(from.toString());
    if (other != null) {
      byId.computeIfPresent(customer.toString(), (id, known) -> Enriched.by(known, other));
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
