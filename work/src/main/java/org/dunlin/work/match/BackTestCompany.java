package org.dunlin.work.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.dunlin.core.matching.BackTest;
import org.dunlin.core.matching.BackTest.Past;
import org.dunlin.core.matching.History;
import org.dunlin.core.matching.MatchFacts;
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.matching.SettledNumbers;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.ledger.PaymentState;
import org.joda.money.Money;

/**
 * How matching would have done over what programs and people decided of a company's payments.
 * Nothing of it is kept: who asks again is answered from the books as they are then.
 */
public final class BackTestCompany {
  /** So many lines of the past at most: as much as is matched in seconds. */
  public static final int MOST = 20_000;

  private final Stores stores;
  private final int most;
  private final Semaphore one = new Semaphore(1);

  /** Over these stores. */
  public BackTestCompany(Stores stores) {
    this(stores, MOST);
  }

  BackTestCompany(Stores stores, int most) {
    this.stores = stores;
    this.most = most;
  }

  /**
   * What came of it.
   *
   * @param cut whether there is more of the past than was looked at
   * @param differing what would have been applied and nobody decided so
   */
  public record Outcome(BackTest.Result result, boolean cut, List<Differing> differing) {
    public Outcome {
      differing = List.copyOf(differing);
    }
  }

  /**
   * A line that would have been applied and nobody decided so.
   *
   * @param found where the money would have gone
   * @param decided where it went
   */
  public record Differing(Payment payment, Allocation line, Part found, List<Part> decided) {
    public Differing {
      decided = List.copyOf(decided);
    }
  }

  /** What of a payment is of one invoice. */
  public record Part(String invoiceId, String number, Money amount) {}

  private record Decided(Payment payment, Map<String, Money> byInvoice) {}

  /**
   * Matches the past anew; empty while another is under way, since each holds a ledger in memory.
   */
  public Optional<Outcome> run(String companyId) {
    if (!one.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return Optional.of(test(stores.companies().profile(companyId)));
    } finally {
      one.release();
    }
  }

  private Outcome test(CompanyProfile profile) {
    String companyId = profile.id();
    List<Stored> lines = stores.allocations().latestDecided(companyId, most + 1);
    Map<String, Decided> decided = decided(companyId, lines);
    MatchFacts now = OpenItems.of(stores, profile);
    Map<String, OpenDocument> documents = new LinkedHashMap<>();
    now.documents().forEach(each -> documents.put(each.document().id(), each));
    reopen(companyId, decided, withoutMoney(companyId, lines, decided), documents);
    addSettled(profile, decided, documents);
    // What the payments taught is hidden with them.
    History history =
        new History(List.of(), stores.settledInvoices().latest(companyId, OpenItems.LATEST));
    MatchFacts before =
        new MatchFacts(
            now.company(), now.customers(), List.copyOf(documents.values()), List.of(), Set.of());
    List<Past> past =
        decided.values().stream().map(each -> new Past(each.payment, each.byInvoice)).toList();
    BackTest.Result result = BackTest.of(before.view(history), past);
    return new Outcome(
        result,
        lines.size() > most,
        result.differing().stream().map(line -> differing(line, decided, documents)).toList());
  }

  private Map<String, Decided> decided(String companyId, List<Stored> lines) {
    Map<String, Map<String, Money>> byPayment = new LinkedHashMap<>();
    for (Stored stored : lines) {
      Allocation line = stored.allocation();
      byPayment
          .computeIfAbsent(String.valueOf(line.paymentId()), id -> new HashMap<>())
          .merge(line.invoiceId(), line.amount(), Money::plus);
    }
    Map<String, Decided> decided = new LinkedHashMap<>();
    for (PaymentState state : stores.payments().all(companyId, ids(byPayment.keySet()))) {
      Payment payment = state.payment();
      if (payment.direction() == Direction.IN && !payment.voided()) {
        decided.put(
            payment.id(),
            new Decided(payment, Objects.requireNonNull(byPayment.get(payment.id()))));
      }
    }
    return decided;
  }

  /** What was settled without money with the lines that are hidden, by invoice. */
  private Map<String, Money> withoutMoney(
      String companyId, List<Stored> lines, Map<String, Decided> decided) {
    Set<UUID> hidden =
        lines.stream()
            .filter(stored -> decided.containsKey(stored.allocation().paymentId()))
            .map(Stored::id)
            .collect(Collectors.toUnmodifiableSet());
    return stores.adjustments().settledWith(companyId, hidden);
  }

  /** Gives back to the invoices what the payments took of them, and what went with it. */
  private void reopen(
      String companyId,
      Map<String, Decided> decided,
      Map<String, Money> withoutMoney,
      Map<String, OpenDocument> documents) {
    Map<String, Money> given = new HashMap<>();
    for (Decided each : decided.values()) {
      each.byInvoice.forEach((id, amount) -> given.merge(id, amount, Money::plus));
    }
    for (DocumentState state : stores.invoices().all(companyId, ids(given.keySet()))) {
      String id = state.invoice().id();
      OpenDocument now = documents.get(id);
      Invoice document = now == null ? state.invoice() : now.document();
      Money paid = state.open().plus(Objects.requireNonNull(given.get(id)));
      Money rest = withoutMoney.getOrDefault(id, Money.zero(paid.getCurrencyUnit()));
      documents.put(
          id, new OpenDocument(BackTest.reopened(document), BackTest.before(document, paid, rest)));
    }
  }

  /** What else the payments name is settled: who names it says nothing of what is open. */
  private void addSettled(
      CompanyProfile profile, Map<String, Decided> decided, Map<String, OpenDocument> documents) {
    List<UnallocatedPayment> payments =
        decided.values().stream()
            .map(each -> new UnallocatedPayment(each.payment, each.payment.amount()))
            .toList();
    for (int from = 0; from < payments.size(); from += OpenItems.PAGE) {
      List<UnallocatedPayment> page =
          payments.subList(from, Math.min(payments.size(), from + OpenItems.PAGE));
      for (Invoice settled :
          stores
              .settledInvoices()
              .named(
                  profile.id(),
                  SettledNumbers.namedBy(page),
                  oldest(page).minusYears(OpenItems.SETTLED_YEARS))) {
        documents.putIfAbsent(
            settled.id(), new OpenDocument(settled, Money.zero(settled.currency())));
      }
    }
  }

  private static LocalDate oldest(List<UnallocatedPayment> payments) {
    return payments.stream()
        .map(each -> each.payment().bookingDate())
        .min(LocalDate::compareTo)
        .orElseThrow();
  }

  private static Differing differing(
      Allocation line, Map<String, Decided> decided, Map<String, OpenDocument> documents) {
    Decided was = Objects.requireNonNull(decided.get(String.valueOf(line.paymentId())));
    List<Part> parts = new ArrayList<>();
    was.byInvoice.forEach((id, amount) -> parts.add(part(id, amount, documents)));
    return new Differing(
        was.payment, line, part(line.invoiceId(), line.amount(), documents), parts);
  }

  private static Part part(String id, Money amount, Map<String, OpenDocument> documents) {
    OpenDocument document = documents.get(id);
    return new Part(id, document == null ? id : document.document().number(), amount);
  }

  private static Set<UUID> ids(Set<String> ids) {
    return ids.stream().map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
  }
}
