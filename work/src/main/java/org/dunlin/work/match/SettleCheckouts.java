package org.dunlin.work.match;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.dunlin.core.matching.Recognition;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.pay.KeptCheckout;
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
    new TreeMap<>(stores.pay().checkouts().money(companyId, attempts))
        .forEach(
            (attempt, payment) -> {
              if (isSure(companyId, attempt, payment)) {
                money.allocate(attempt, payment, findings);
              }
            });
    Set<UUID> settled = findings.settled();
    settled.forEach(invoice -> told.standing(profile, invoice, today));
    new LinkStates(stores).settle(companyId, settled, today);
    return !settled.isEmpty();
  }

  /**
   * Whether no program may have booked it already, none contradicts what is known of its invoices,
   * and it is no debit: those the company may have collected itself, many as one sum.
   */
  private boolean isSure(String companyId, UUID attempt, UUID paymentId) {
    KeptCheckout checkout = stores.pay().checkouts().find(companyId, attempt).orElseThrow();
    PaymentKind kind = stores.payments().find(companyId, paymentId).orElseThrow().payment().kind();
    return kind != PaymentKind.DIRECT_DEBIT
        && !stores.unmatchedBookings().mayBeOne(companyId, paymentId, Recognition.MOST_DAYS)
        && !stores.unmatchedBookings().contradicted(companyId, paymentId)
        && checkout.invoices().keySet().stream()
            .noneMatch(invoice -> stores.bookedInvoices().inDoubt(companyId, invoice));
  }
}
