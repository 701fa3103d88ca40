package org.dunlin.work.dialogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.Stores;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.store.dialogue.StandstillKind;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What stops reminders because somebody said so.
 *
 * @param holds on invoices and customers
 * @param contested what of invoices is asked for no more, by their ids
 */
public record Standing(List<Hold> holds, Map<String, Money> contested) {
  public Standing {
    holds = List.copyOf(holds);
    contested = Map.copyOf(contested);
  }

  /** All that stands in a company on a day, and what is being collected. */
  public static Standing of(Stores stores, String companyId, LocalDate today) {
    return said(stores, companyId, today)
        .collecting(stores.debits().debits().invoicesUnderWay(companyId));
  }

  /** What is being collected is not asked for meanwhile. */
  private Standing collecting(Set<UUID> underWay) {
    if (underWay.isEmpty()) {
      return this;
    }
    List<Hold> all = new ArrayList<>(holds);
    underWay.forEach(
        invoice -> all.add(new Hold(null, invoice.toString(), HoldReason.PAYMENT_IN_FLIGHT, null)));
    return new Standing(all, contested);
  }

  /** All that people said that stands in a company on a day. */
  public static Standing said(Stores stores, String companyId, LocalDate today) {
    return of(stores, companyId, stores.talk().standstills().standing(companyId), today)
        .without(stores.talk().handOvers().invoicesOut(companyId));
  }

  /** What others collect is not asked for here. */
  private Standing without(Set<UUID> handedOver) {
    if (handedOver.isEmpty()) {
      return this;
    }
    List<Hold> all = new ArrayList<>(holds);
    handedOver.forEach(
        invoice -> all.add(new Hold(null, invoice.toString(), HoldReason.MANUAL, null)));
    return new Standing(all, contested);
  }

  /** What stands on a customer, with all who are one with it, and on these invoices. */
  public static Standing on(
      Stores stores, String companyId, UUID customerId, List<UUID> invoices, LocalDate today) {
    return of(
            stores,
            companyId,
            stores
                .talk()
                .standstills()
                .standingOn(
                    companyId, stores.customerLinks().group(companyId, customerId), invoices),
            today)
        .without(handedOver(stores, companyId, invoices))
        .collecting(stores.debits().debits().underWay(companyId, invoices).keySet());
  }

  private static Set<UUID> handedOver(Stores stores, String companyId, List<UUID> invoices) {
    return stores.talk().handOvers().invoicesOut(companyId, invoices);
  }

  /** The same with only what is contested of these. */
  public Standing contestedOf(Collection<String> invoiceIds) {
    Map<String, Money> some = new HashMap<>();
    if (!contested.isEmpty()) {
      for (String id : invoiceIds) {
        Money off = contested.get(id);
        if (off != null) {
          some.put(id, off);
        }
      }
    }
    return new Standing(List.of(), some);
  }

  /** What may be asked for of an invoice of which so much is open; not below zero. */
  public Money asked(String invoiceId, Money open) {
    Money off = contested.get(invoiceId);
    if (off == null || !off.getCurrencyUnit().equals(open.getCurrencyUnit())) {
      return open;
    }
    Money rest = open.minus(off);
    return rest.isNegative() ? Money.zero(open.getCurrencyUnit()) : rest;
  }

  private static Standing of(
      Stores stores, String companyId, List<Standstill> standing, LocalDate today) {
    List<Hold> holds = new ArrayList<>();
    Map<String, Money> contested = new HashMap<>();
    Map<UUID, Money> still = stillContested(stores, companyId, standing);
    for (Standstill each : standing) {
      if (each.state().stops()) {
        switch (each.kind()) {
          case PROMISE -> hold(holds, each, HoldReason.PROMISE, today);
          case ARRANGEMENT -> hold(holds, each, HoldReason.ARRANGEMENT, today);
          case DISPUTE -> contest(contested, each, still.get(each.id()));
          case HOLD -> manual(stores, companyId, holds, each, today);
        }
      }
    }
    return new Standing(holds, contested);
  }

  static Map<UUID, Money> stillContested(
      Stores stores, String companyId, List<Standstill> standing) {
    Set<UUID> invoices = new HashSet<>();
    standing.stream()
        .filter(each -> each.kind() == StandstillKind.DISPUTE)
        .forEach(each -> invoices.addAll(each.invoices()));
    return invoices.isEmpty()
        ? Map.of()
        : stores.talk().disputed().stillContested(companyId, invoices);
  }

  private static void contest(
      Map<String, Money> contested, Standstill dispute, @Nullable Money still) {
    if (still != null && still.isPositive()) {
      dispute
          .invoices()
          .forEach(invoice -> contested.merge(invoice.toString(), still, Money::plus));
    }
  }

  private static void hold(
      List<Hold> holds, Standstill standstill, HoldReason reason, LocalDate today) {
    for (UUID invoice : standstill.invoices()) {
      holds.add(new Hold(null, invoice.toString(), reason, until(standstill, today)));
    }
  }

  private static void manual(
      Stores stores, String companyId, List<Hold> holds, Standstill hold, LocalDate today) {
    LocalDate until = until(hold, today);
    if (until == null) {
      return; // its last day is past
    }
    if (hold.invoices().isEmpty()) {
      UUID leader = stores.customerLinks().leader(companyId, hold.customerId());
      holds.add(new Hold(leader.toString(), null, HoldReason.MANUAL, until));
    }
    hold.invoices()
        .forEach(
            invoice -> holds.add(new Hold(null, invoice.toString(), HoldReason.MANUAL, until)));
  }

  /** Its day; none once that is past, since it holds until it is known what became of it. */
  private static @Nullable LocalDate until(Standstill standstill, LocalDate today) {
    LocalDate on = standstill.on();
    return on == null || on.isBefore(today) ? null : on;
  }
}
