package org.dunlin.work.match;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
  void allocate(UUID checkoutId, UUID paymentId, Findings findings) {
    KeptCheckout checkout = stores.pay().checkouts().lock(companyId, checkoutId).orElseThrow();
    if (checkout.paymentId() != null) {
      return;
    }
    PaymentState payment = stores.payments().find(companyId, paymentId).orElseThrow();
    stores.pay().checkouts().broughtMoney(companyId, checkoutId, paymentId);
    findings.add(lines(checkout, payment), List.of());
  }

  private List<Allocation> lines(KeptCheckout checkout, PaymentState payment) {
    Set<UUID> refused = stores.refusals().of(companyId, UUID.fromString(payment.payment().id()));
    List<Allocation> lines = new ArrayList<>();
    Money left = payment.unallocated();
    for (Map.Entry<UUID, Money> part : new TreeMap<>(checkout.invoices()).entrySet()) {
      DocumentState invoice = stores.invoices().find(companyId, part.getKey()).orElseThrow();
      Money amount = least(left, part.getValue(), room(invoice));
      if (amount.isPositive() && !refused.contains(part.getKey())) {
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
