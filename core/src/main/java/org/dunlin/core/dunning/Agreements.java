package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.ArrangementState;
import org.dunlin.core.model.Dispute;
import org.dunlin.core.model.DisputeState;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.Promise;
import org.dunlin.core.model.PromiseState;
import org.joda.money.Money;

/**
 * What was promised, contested and agreed, by invoice. A promise holds up to and with its day;
 * after it, what was paid is not open any more, and what is still open goes on. An arrangement
 * holds while it is AGREED. Of an invoice in dispute the amount contested is held and the rest goes
 * on.
 */
final class Agreements {
  private final Map<String, List<Promise>> promises = new HashMap<>();
  private final Map<String, List<Arrangement>> arrangements = new HashMap<>();
  private final Map<String, List<Dispute>> disputes = new HashMap<>();

  Agreements(DunningFacts facts) {
    for (Promise promise : facts.promises()) {
      if (promise.state() == PromiseState.OPEN) {
        keys(promise.invoiceIds(), promise.customerId())
            .forEach(key -> put(promises, key, promise));
      }
    }
    for (Arrangement arrangement : facts.arrangements()) {
      if (arrangement.state() == ArrangementState.AGREED) {
        keys(arrangement.invoiceIds(), arrangement.customerId())
            .forEach(key -> put(arrangements, key, arrangement));
      }
    }
    for (Dispute dispute : facts.disputes()) {
      if (dispute.state() == DisputeState.OPEN) {
        put(disputes, invoice(dispute.invoiceId()), dispute);
      }
    }
  }

  /** The holds of promises and arrangements, which hold an invoice as a whole. */
  List<Hold> holds(String customerId, String invoiceId, LocalDate today) {
    List<Hold> holds = new ArrayList<>();
    for (Promise promise : of(promises, customerId, invoiceId)) {
      if (!today.isAfter(promise.on())) {
        holds.add(new Hold(customerId, invoiceId, HoldReason.PROMISE, promise.on()));
      }
    }
    if (!of(arrangements, customerId, invoiceId).isEmpty()) {
      holds.add(new Hold(customerId, invoiceId, HoldReason.ARRANGEMENT, null));
    }
    return holds;
  }

  /** The hold of an invoice's disputes, with the last deadline that is still to come. */
  Hold dispute(String customerId, String invoiceId, LocalDate today) {
    LocalDate until = null;
    for (Dispute dispute : disputes.getOrDefault(invoice(invoiceId), List.of())) {
      LocalDate deadline = dispute.deadline();
      if (deadline == null || deadline.isBefore(today)) {
        return new Hold(customerId, invoiceId, HoldReason.DISPUTE, null);
      }
      until = until == null || deadline.isAfter(until) ? deadline : until;
    }
    return new Hold(customerId, invoiceId, HoldReason.DISPUTE, until);
  }

  /** What of an invoice's open amount is contested: nothing, a part of it, or all. */
  Money contested(String invoiceId, Money open) {
    Money contested = Money.zero(open.getCurrencyUnit());
    for (Dispute dispute : disputes.getOrDefault(invoice(invoiceId), List.of())) {
      Money amount = dispute.amount();
      if (amount == null || !amount.isSameCurrency(open)) {
        return open;
      }
      contested = contested.plus(amount);
    }
    return contested.isGreaterThan(open) ? open : contested;
  }

  /** Those of the invoice and those that name none and so are of all of the customer's. */
  private static <T> List<T> of(Map<String, List<T>> all, String customerId, String invoiceId) {
    if (all.isEmpty()) {
      return List.of();
    }
    List<T> found = new ArrayList<>(all.getOrDefault(invoice(invoiceId), List.of()));
    found.addAll(all.getOrDefault(customer(customerId), List.of()));
    return found;
  }

  private static List<String> keys(List<String> invoiceIds, String customerId) {
    return invoiceIds.isEmpty()
        ? List.of(customer(customerId))
        : invoiceIds.stream().map(Agreements::invoice).toList();
  }

  private static <T> void put(Map<String, List<T>> all, String key, T value) {
    all.computeIfAbsent(key, k -> new ArrayList<>(1)).add(value);
  }

  /** Ids of invoices and customers may read alike. */
  private static String invoice(String id) {
    return "i:" + id;
  }

  private static String customer(String id) {
    return "c:" + id;
  }
}
