package org.dunlin.work.match;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.dunlin.core.matching.Recognition;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.ledger.PaymentState;
import org.dunlin.store.pay.KeptCheckout;
import org.dunlin.work.match.CheckoutMoney.Held;
import org.dunlin.work.pay.CheckoutNews;
import org.dunlin.work.pay.LinkStates;
import org.dunlin.work.tell.TellPrograms;

/**
 * Settles what was paid at a payment link as its money is written down, within that transaction: it
 * names what it is for, so that it has to wait for nothing that is still to be read, nor for the
 * rest of its company. What anything speaks against is left to the matching, which comes anyway.
 */
public final class SettleCheckouts {
  private final Stores stores;
  private final TellPrograms told;

  /** Over these stores; what is settled the programs are told as far as they are able. */
  public SettleCheckouts(Stores stores, Abilities abilities) {
    this.stores = stores;
    told = new TellPrograms(stores, abilities);
  }

  /**
   * Settles the money that bears these references, where they are those of attempts.
   *
   * @return whether any invoice was settled
   */
  public boolean settle(String companyId, LocalDate today, Collection<String> references) {
    Set<UUID> attempts = new HashSet<>();
    references.forEach(each -> CheckoutNews.attempt(each).ifPresent(attempts::add));
    if (attempts.isEmpty()) {
      return false;
    }
    CompanyProfile profile = stores.companies().profile(companyId);
    CheckoutMoney money = new CheckoutMoney(stores, companyId);
    Findings findings =
        new Findings(stores, told, profile, today, Suggestions.besides(stores, companyId));
    Map<UUID, UUID> came = stores.pay().checkouts().money(companyId, attempts);
    if (came.isEmpty()) {
      return false;
    }
    Held held = sure(companyId, money.held(came));
    if (!held.overlaps()) {
      money.allocate(held, findings);
    } else {
      new TreeMap<>(came)
          .forEach(
              (attempt, payment) ->
                  money.allocate(sure(companyId, money.held(Map.of(attempt, payment))), findings));
    }
    Set<UUID> settled = findings.settled();
    settled.forEach(invoice -> told.standing(profile, invoice, today));
    new LinkStates(stores).settle(companyId, settled, today);
    return !settled.isEmpty();
  }

  /**
   * Those that no program may have booked already, none of which contradicts what is known of its
   * invoices, and which are no debits: those the company may have collected itself, many as one
   * sum.
   */
  private Held sure(String companyId, Held held) {
    List<UUID> payments = held.attempts().stream().map(attempt -> payment(held, attempt)).toList();
    Set<UUID> booked = stores.unmatchedBookings().mayBe(companyId, payments, Recognition.MOST_DAYS);
    Set<UUID> contradicted = stores.unmatchedBookings().contradicted(companyId, payments);
    Set<UUID> inDoubt = stores.bookedInvoices().inDoubt(companyId, held.invoices().keySet());
    return new Held(
        held.attempts().stream()
            .filter(
                attempt ->
                    kind(held, attempt) != PaymentKind.DIRECT_DEBIT
                        && !booked.contains(payment(held, attempt))
                        && !contradicted.contains(payment(held, attempt))
                        && Collections.disjoint(attempt.invoices().keySet(), inDoubt))
            .toList(),
        held.payments(),
        held.invoices(),
        held.refused());
  }

  private static UUID payment(Held held, KeptCheckout attempt) {
    return UUID.fromString(state(held, attempt).payment().id());
  }

  private static PaymentKind kind(Held held, KeptCheckout attempt) {
    return state(held, attempt).payment().kind();
  }

  private static PaymentState state(Held held, KeptCheckout attempt) {
    return Objects.requireNonNull(held.payments().get(attempt.id()));
  }
}
