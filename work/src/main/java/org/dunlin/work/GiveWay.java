package org.dunlin.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.Adjustments.End;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.ledger.CreditNoteRefunds.Claim;
import org.dunlin.store.ledger.Invoices.Locked;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Claims on a document that a fact of its source leaves no room for. Those that the source is known
 * to have booked are in its figure and end as BOOKED; the others, the youngest first, as CONFLICT,
 * and their money is unallocated again. With those gives way what settles without money beside
 * them.
 */
public final class GiveWay {
  private final Stores stores;
  private final String companyId;
  private final String actor;
  private final LocalDate today;
  private final @Nullable UUID deliveryId;
  private final Adjusting adjusting;

  /**
   * @param actor who brings the fact
   * @param deliveryId which delivery brought it, where one did
   */
  public GiveWay(
      Stores stores, String companyId, String actor, LocalDate today, @Nullable UUID deliveryId) {
    this.stores = stores;
    this.companyId = companyId;
    this.actor = actor;
    this.today = today;
    this.deliveryId = deliveryId;
    adjusting = new Adjusting(stores, companyId, actor, today);
  }

  /**
   * Lets claims give way until the rest fits.
   *
   * @return the invoices that lost one
   */
  public Set<UUID> to(Money outstanding, Locked locked) {
    List<UUID> booked = stores.bookedInvoices().recognised(companyId, locked.id());
    return until(outstanding, locked, booked, End.SHOWN);
  }

  /** Lets all claims on a document give way that is void, or became another. */
  public Set<UUID> all(Locked locked) {
    return until(Money.zero(locked.claimed().getCurrencyUnit()), locked, List.of(), End.GAVE_WAY);
  }

  private Set<UUID> until(Money outstanding, Locked locked, List<UUID> booked, End how) {
    Set<UUID> invoices = new LinkedHashSet<>();
    Money claimed = locked.claimed();
    if (!claimed.isGreaterThan(outstanding)) {
      return invoices;
    }
    // What is as large as what the source has settled since is what it has booked, most likely.
    Money settled = locked.invoice().outstanding().minus(outstanding);
    claimed = refundsGiveWay(outstanding, claimed, locked, settled);
    if (!claimed.isGreaterThan(outstanding)) {
      return invoices;
    }
    Money zero = Money.zero(claimed.getCurrencyUnit());
    // What settles without money is no claim on a payment: nobody need look where that is enough.
    if (!claimed.minus(outstanding).isGreaterThan(adjusting.standing(locked.id(), zero))) {
      adjusting.giveWay(locked.id(), claimed.minus(outstanding), how, deliveryId);
      invoices.add(locked.id());
      return invoices;
    }
    List<Stored> claims = new ArrayList<>(stores.allocations().unbookedOf(companyId, locked.id()));
    claims.sort(
        Comparator.comparing((Stored stored) -> !booked.contains(stored.id()))
            .thenComparing(stored -> !stored.allocation().amount().equals(settled)));
    for (Stored stored : claims) {
      if (!claimed.isGreaterThan(outstanding)) {
        return invoices;
      }
      Allocation line = stored.allocation();
      boolean shown = booked.contains(stored.id()) && line.creditNoteId() == null;
      giveWay(stored, shown);
      claimed = claimed.minus(line.amount());
      // Where just the others' claims are left, the source shows the payment and no more.
      if (!shown && !claimed.isEqual(outstanding)) {
        Money with = adjusting.standingWith(stored.id(), zero);
        adjusting.giveWayWith(stored.id(), deliveryId);
        claimed = line.invoiceId().equals(locked.id().toString()) ? claimed.minus(with) : claimed;
      }
      invoices.add(UUID.fromString(line.invoiceId()));
    }
    claimed = refundsGiveWay(outstanding, claimed, locked, null);
    if (claimed.isGreaterThan(outstanding)) {
      adjusting.giveWay(locked.id(), claimed.minus(outstanding), how, deliveryId);
    }
    return invoices;
  }

  /**
   * What was given back of a credit note is in its figure now.
   *
   * @param just only of this amount; absent for all
   * @return what is claimed still
   */
  private Money refundsGiveWay(
      Money outstanding, Money claimed, Locked locked, @Nullable Money just) {
    Money left = claimed;
    if (locked.invoice().kind() == InvoiceKind.CREDIT_NOTE) {
      for (Claim claim : stores.refunds().ofNotes().claims(companyId, locked.id())) {
        if (left.isGreaterThan(outstanding) && (just == null || claim.amount().equals(just))) {
          stores.refunds().ofNotes().release(companyId, locked.id(), claim);
          note(locked.id().toString(), "REFUND_SHOWN", locked.invoice());
          left = left.minus(claim.amount());
        }
      }
    }
    return left;
  }

  private void giveWay(Stored stored, boolean booked) {
    Allocation line = stored.allocation();
    Claims claims = new Claims(stores, companyId);
    if (booked) {
      stores.allocations().decide(companyId, stored.id(), Decision.BOOKED, actor);
      claims.giveBackDocuments(line);
      note(line.invoiceId(), "ALLOCATION_BOOKED", line);
    } else {
      stores.allocations().decide(companyId, stored.id(), Decision.CONFLICT, actor);
      claims.giveBack(line);
      note(line.invoiceId(), "ALLOCATION_CONFLICT", line);
    }
  }

  private void note(String invoiceId, String event, CanonicalRecord after) {
    stores
        .journal()
        .append(
            companyId,
            new Happening(
                today, actor, "invoice", invoiceId, event, null, null, after, deliveryId));
  }
}
