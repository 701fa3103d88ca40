package org.dunlin.work.match;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.MatchRule;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.ledger.PaymentState;
import org.dunlin.store.ledger.Refusals.Pair;
import org.dunlin.store.pay.KeptCheckout;
import org.joda.money.Money;

/**
 * Money that came of attempts to pay at a payment link: it bears the attempt's id, and is what was
 * asked there, for the invoices that were chosen. What they have no room for any more waits for a
 * person as the customer's credit. Each is looked at once: what people make of it afterwards
 * stands.
 */
final class CheckoutMoney {
  private final Stores stores;
  private final String companyId;

  CheckoutMoney(Stores stores, String companyId) {
    this.stores = stores;
    this.companyId = companyId;
  }

  /**
   * Allocates what came in since the last time; what is sure is added to the findings.
   *
   * @param heldBack what must not be allocated now
   */
  void find(Findings findings, Set<String> heldBack) {
    new TreeMap<>(stores.pay().checkouts().money(companyId))
        .forEach(
            (checkout, payment) -> {
              if (!heldBack.contains(payment.toString())) {
                allocate(checkout, payment, findings);
              }
            });
  }

  /**
   * The money of which something is left, with an invoice that it was for: a person says what
   * becomes of it, as of all that is paid again.
   */
  Map<UUID, UUID> again() {
    return stores.pay().checkouts().left(companyId);
  }

  /** What no other rule may look at: what is held back, and what is left of such money. */
  Set<String> notFree(Set<String> heldBack) {
    Set<String> notFree = new HashSet<>(heldBack);
    again().keySet().forEach(payment -> notFree.add(payment.toString()));
    return notFree;
  }

  /** Allocates the money of one attempt, unless another has looked at it meanwhile. */
  private void allocate(UUID checkoutId, UUID paymentId, Findings findings) {
    Map<UUID, UUID> money = Map.of(checkoutId, paymentId);
    allocate(held(money), findings);
  }

  /**
   * Money of attempts, with all that is to be known of it.
   *
   * @param attempts held until the transaction ends, those of which nobody has looked at the money
   * @param payments by the attempts
   * @param invoices for which it is, by their ids
   * @param refused for which it is not, as people said
   */
  record Held(
      List<KeptCheckout> attempts,
      Map<UUID, PaymentState> payments,
      Map<UUID, DocumentState> invoices,
      Set<Pair> refused) {

    /** Whether two are for the same invoice, so that the one changes what the other finds. */
    boolean overlaps() {
      Set<UUID> seen = new HashSet<>();
      return attempts.stream()
          .flatMap(each -> each.invoices().keySet().stream())
          .anyMatch(invoice -> !seen.add(invoice));
    }
  }

  /**
   * Holds attempts whose money nobody has looked at.
   *
   * @param money by the attempts
   */
  Held held(Map<UUID, UUID> money) {
    List<KeptCheckout> attempts =
        stores.pay().checkouts().lock(companyId, money.keySet()).values().stream()
            .filter(each -> each.paymentId() == null)
            .sorted(Comparator.comparing(KeptCheckout::id))
            .toList();
    Map<UUID, PaymentState> found = new HashMap<>();
    stores
        .payments()
        .all(companyId, money.values())
        .forEach(each -> found.put(UUID.fromString(each.payment().id()), each));
    Map<UUID, PaymentState> payments = new HashMap<>();
    Set<UUID> invoices = new HashSet<>();
    for (KeptCheckout each : attempts) {
      payments.put(each.id(), Objects.requireNonNull(found.get(money.get(each.id()))));
      invoices.addAll(each.invoices().keySet());
    }
    Map<UUID, DocumentState> states = new HashMap<>();
    stores
        .invoices()
        .all(companyId, invoices)
        .forEach(each -> states.put(UUID.fromString(each.invoice().id()), each));
    return new Held(attempts, payments, states, stores.refusals().of(companyId, money.values()));
  }

  /** Allocates money of attempts that are held and do not overlap. */
  void allocate(Held held, Findings findings) {
    Map<UUID, UUID> brought = new TreeMap<>();
    List<Allocation> lines = new ArrayList<>();
    for (KeptCheckout each : held.attempts()) {
      PaymentState payment = Objects.requireNonNull(held.payments().get(each.id()));
      brought.put(each.id(), UUID.fromString(payment.payment().id()));
      lines.addAll(lines(held, each, payment));
    }
    if (!brought.isEmpty()) {
      stores.pay().checkouts().broughtMoney(companyId, brought);
      findings.add(lines, List.of());
    }
  }

  private static List<Allocation> lines(Held held, KeptCheckout checkout, PaymentState payment) {
    List<Allocation> lines = new ArrayList<>();
    Money left = payment.unallocated();
    for (Map.Entry<UUID, Money> part : new TreeMap<>(checkout.invoices()).entrySet()) {
      DocumentState invoice = Objects.requireNonNull(held.invoices().get(part.getKey()));
      Money amount = least(left, part.getValue(), room(invoice));
      Pair pair = new Pair(payment.payment().id(), part.getKey().toString());
      if (amount.isPositive() && !held.refused().contains(pair)) {
        lines.add(line(checkout, payment, invoice, amount));
        left = left.minus(amount);
      }
    }
    return lines;
  }

  private static Money room(DocumentState invoice) {
    return invoice.invoice().status() == InvoiceStatus.OPEN
        ? invoice.open()
        : Money.zero(invoice.invoice().currency());
  }

  private static Money least(Money... amounts) {
    return List.of(amounts).stream()
        .reduce((one, other) -> one.isLessThan(other) ? one : other)
        .orElseThrow();
  }

  private static Allocation line(
      KeptCheckout checkout, PaymentState payment, DocumentState invoice, Money amount) {
    return new Allocation(
        payment.payment().id(),
        null,
        invoice.invoice().id(),
        amount,
        payment.payment().id() + "#link",
        1,
        Decision.AUTOMATIC,
        MatchRule.STRUCTURED_REFERENCE,
        BigDecimal.ONE,
        List.of("paid by payment link " + checkout.linkId() + ", in attempt " + checkout.id()));
  }
}
