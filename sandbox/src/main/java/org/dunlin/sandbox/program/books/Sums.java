package org.dunlin.sandbox.program.books;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What follows from the records of the books. */
public final class Sums {
  private final Shelf<Receipt> receipts;
  private final Shelf<Application> applications;

  /** Payments and applications by what they belong to, so that no sum goes through all of them. */
  private final Map<UUID, List<UUID>> paid = new ConcurrentHashMap<>();

  private final Map<UUID, List<UUID>> settled = new ConcurrentHashMap<>();

  Sums(Shelf<Receipt> receipts, Shelf<Application> applications) {
    this.receipts = receipts;
    this.applications = applications;
  }

  /** What of a document is neither paid nor settled; nothing of one that does not stand. */
  public Money open(SalesDocument document) {
    if (!document.stands()) {
      return Money.zero(document.currency());
    }
    return document.total().minus(paid(document)).minus(settled(document));
  }

  /** What payments brought in for an invoice, or out for a credit note. */
  public Money paid(SalesDocument document) {
    return sum(document.currency(), payments(document).stream().map(Receipt::amount));
  }

  /** What credit notes and deposits settle of an invoice, or what a credit note settles. */
  public Money settled(SalesDocument document) {
    return sum(document.currency(), applications(document).stream().map(Application::amount));
  }

  /** What is left of a deposit. */
  public Money left(Deposit deposit) {
    CurrencyUnit currency = deposit.amount().getCurrencyUnit();
    if (deposit.voided()) {
      return Money.zero(currency);
    }
    Stream<Money> used = of(deposit.id(), settled, applications).map(Application::amount);
    return deposit.amount().minus(sum(currency, used));
  }

  /** The payments of a document that count. */
  public List<Receipt> payments(SalesDocument document) {
    return of(document.id(), paid, receipts).filter(receipt -> !receipt.deleted()).toList();
  }

  /** What settles an invoice, or what a credit note settles. */
  public List<Application> applications(SalesDocument document) {
    return of(document.id(), settled, applications).toList();
  }

  /** What is used of a deposit. */
  public List<Application> applications(Deposit deposit) {
    return of(deposit.id(), settled, applications).toList();
  }

  void pays(UUID receipt, UUID document) {
    paid.computeIfAbsent(document, d -> new CopyOnWriteArrayList<>()).add(receipt);
  }

  void settles(Application application) {
    for (UUID side : List.of(application.from(), application.invoice())) {
      settled.computeIfAbsent(side, s -> new CopyOnWriteArrayList<>()).add(application.id());
    }
  }

  /** The day since which nothing is open of a document of which something was. */
  public Optional<LocalDate> paidOn(SalesDocument document) {
    if (!document.stands() || !open(document).isZero()) {
      return Optional.empty();
    }
    return Stream.concat(
            payments(document).stream().map(Receipt::on),
            applications(document).stream().map(Application::on))
        .max(Comparator.naturalOrder());
  }

  private static <T extends Kept<T>> Stream<T> of(
      UUID side, Map<UUID, List<UUID>> index, Shelf<T> shelf) {
    return index.getOrDefault(side, List.of()).stream().flatMap(id -> shelf.find(id).stream());
  }

  private static Money sum(CurrencyUnit currency, Stream<Money> amounts) {
    return amounts.reduce(Money.zero(currency), Money::plus);
  }
}
