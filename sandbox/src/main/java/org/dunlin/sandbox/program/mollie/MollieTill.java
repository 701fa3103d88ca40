package org.dunlin.sandbox.program.mollie;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the provider knows of an account: payments as they come to stand, links, what was given or
 * taken back. Whatever becomes of a payment is told to whoever listens.
 */
public final class MollieTill {
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final Duration SHORT = Duration.ofMinutes(1);

  private final Clock clock;
  private final Clock business;
  private final MollieIds ids;
  private final MollieBalance balance;
  private final Map<String, MolliePayment> payments = new LinkedHashMap<>();
  private final Map<String, MollieLink> links = new LinkedHashMap<>();
  private final Map<String, MollieRefund> refunds = new LinkedHashMap<>();
  private final Map<String, MollieChargeback> chargebacks = new LinkedHashMap<>();
  private Consumer<MolliePayment> told = payment -> {};

  /** No open payment expires before. */
  private Instant nextExpiry = Instant.MAX;

  MollieTill(Clock clock, Clock business, MollieAccount account) {
    this.clock = clock;
    this.business = business;
    this.ids = new MollieIds(account.name());
    this.balance = new MollieBalance(business, account, ids);
  }

  synchronized void listen(Consumer<MolliePayment> listener) {
    told = listener;
  }

  MollieBalance balance() {
    return balance;
  }

  Clock clock() {
    return clock;
  }

  /** All payments, the oldest first; those whose time is over have expired. */
  public synchronized List<MolliePayment> payments() {
    expire();
    return List.copyOf(payments.values());
  }

  /** A payment as it stands now. */
  public synchronized Optional<MolliePayment> payment(String id) {
    expire();
    return Optional.ofNullable(payments.get(id));
  }

  synchronized MolliePayment begin(MollieOrder order) {
    Instant now = clock.instant();
    Duration patience =
        order.methods().stream()
            .map(MollieMethod::patience)
            .min(Comparator.naturalOrder())
            .orElse(LONGEST);
    Money nothing = Money.zero(order.amount().getCurrencyUnit());
    MolliePayment payment =
        new MolliePayment(
            ids.next("tr_"),
            order,
            now,
            now.plus(patience),
            MollieStatus.OPEN,
            now,
            order.methods().size() == 1 ? order.methods().getFirst() : null,
            null,
            nothing,
            nothing,
            null);
    payments.put(payment.id(), payment);
    nextExpiry = earlier(nextExpiry, payment.expiresAt());
    return payment;
  }

  /**
   * A payer pays.
   *
   * @return the payment as it stands then: paid, unless it was ended before
   * @throws IllegalArgumentException when there is no such payment, or not by this method
   */
  public synchronized MolliePayment pay(String id, MollieMethod method, MolliePayer payer) {
    MolliePayment payment = known(id);
    if (payment.status() != MollieStatus.OPEN) {
      return payment;
    }
    if (!payment.order().methods().contains(method)) {
      throw new IllegalArgumentException(id + " cannot be paid by " + method.label() + ".");
    }
    MolliePayment paid = payment.paidBy(method, payer, business.instant());
    balance.paid(paid, method);
    String link = paid.order().link();
    if (link != null) {
      links.computeIfPresent(link, (key, known) -> known.paid(paid.since()));
    }
    return becomes(paid);
  }

  /** The payer's bank refuses. */
  public synchronized MolliePayment fail(String id) {
    return end(id, MollieStatus.FAILED);
  }

  /** The payer, or the shop, gives it up. */
  public synchronized MolliePayment cancel(String id) {
    return end(id, MollieStatus.CANCELED);
  }

  private MolliePayment end(String id, MollieStatus status) {
    MolliePayment payment = known(id);
    return payment.status() == MollieStatus.OPEN
        ? becomes(payment.nowIs(status, business.instant()))
        : payment;
  }

  /** The payer's bank takes all of a payment back that is left. */
  public synchronized void chargeBack(String id) {
    MolliePayment payment = known(id);
    if (payment.status() != MollieStatus.PAID || !payment.remaining().isPositive()) {
      throw new IllegalArgumentException("Of " + id + " nothing can be taken back.");
    }
    Money amount = payment.remaining();
    MollieChargeback back =
        new MollieChargeback(ids.next("chb_"), id, amount, business.instant(), null);
    chargebacks.put(back.id(), back);
    balance.chargedBack(back, payment.description());
    becomes(payment.givenBack(Money.zero(amount.getCurrencyUnit()), amount));
  }

  synchronized MollieRefund refund(
      MolliePayment payment, Money amount, String description, @Nullable JsonNode metadata) {
    Instant now = business.instant();
    boolean again =
        refunds.values().stream()
            .anyMatch(
                r ->
                    r.payment().equals(payment.id())
                        && r.amount().isEqual(amount)
                        && now.isBefore(r.createdAt().plus(SHORT)));
    if (again) {
      throw new MollieFault(409, "A duplicate refund has been detected", null);
    }
    MollieRefund refund =
        new MollieRefund(
            ids.next("re_"),
            payment.id(),
            amount,
            description,
            metadata,
            MollieRefund.PENDING,
            now,
            null);
    refunds.put(refund.id(), refund);
    balance.refunded(refund, payment.description());
    MolliePayment known = known(payment.id());
    payments.put(known.id(), known.givenBack(amount, Money.zero(amount.getCurrencyUnit())));
    return refund;
  }

  /** Refunds that are under way reach their payers. */
  public synchronized void refundsArrive() {
    for (MollieRefund refund : List.copyOf(refunds.values())) {
      if (refund.status().equals(MollieRefund.PENDING)) {
        refunds.put(refund.id(), refund.done());
        told.accept(known(refund.payment()));
      }
    }
  }

  /**
   * Pays out what the balance holds. Whether anything is paid out, and what the bank is to bring,
   * is the answer.
   */
  public synchronized Optional<MollieSettlement> settle() {
    refundsArrive();
    Optional<MollieSettlement> settlement = balance.payOut();
    settlement.ifPresent(
        paidOut -> {
          payments.replaceAll((id, p) -> balance.in(paidOut, id) ? p.settledIn(paidOut.id()) : p);
          refunds.replaceAll((id, r) -> balance.in(paidOut, id) ? r.settledIn(paidOut.id()) : r);
          chargebacks.replaceAll(
              (id, c) -> balance.in(paidOut, id) ? c.settledIn(paidOut.id()) : c);
        });
    return settlement;
  }

  synchronized MollieLink keep(MollieLink link) {
    links.put(link.id(), link);
    return link;
  }

  synchronized void forget(MollieLink link) {
    links.remove(link.id());
  }

  synchronized Optional<MollieLink> link(String id) {
    return Optional.ofNullable(links.get(id));
  }

  synchronized List<MollieLink> links() {
    return List.copyOf(links.values());
  }

  synchronized List<MollieRefund> refunds(Predicate<MollieRefund> which) {
    return refunds.values().stream().filter(which).toList();
  }

  synchronized List<MollieChargeback> chargebacks(Predicate<MollieChargeback> which) {
    return chargebacks.values().stream().filter(which).toList();
  }

  synchronized String newId(String prefix) {
    return ids.next(prefix);
  }

  private MolliePayment known(String id) {
    expire();
    MolliePayment payment = payments.get(id);
    if (payment == null) {
      throw new IllegalArgumentException("There is no payment " + id + ".");
    }
    return payment;
  }

  private MolliePayment becomes(MolliePayment payment) {
    payments.put(payment.id(), payment);
    told.accept(payment);
    return payment;
  }

  /** Looks through the payments only when one of them may have expired. */
  private void expire() {
    Instant now = clock.instant();
    if (now.isBefore(nextExpiry)) {
      return;
    }
    nextExpiry = Instant.MAX;
    List<MolliePayment> over = new ArrayList<>();
    for (MolliePayment payment : payments.values()) {
      if (payment.status() != MollieStatus.OPEN) {
        continue;
      }
      if (now.isBefore(payment.expiresAt())) {
        nextExpiry = earlier(nextExpiry, payment.expiresAt());
      } else {
        over.add(payment.nowIs(MollieStatus.EXPIRED, payment.expiresAt()));
      }
    }
    over.forEach(this::becomes);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
