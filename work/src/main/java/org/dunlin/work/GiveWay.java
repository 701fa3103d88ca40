package org.dunlin.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.ledger.Invoices.Locked;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Claims on a document that a fact of its source leaves no room for. Those that the source is known
 * to have booked are in its figure and end as BOOKED; the others, the youngest first, as CONFLICT,
 * and their money is unallocated again.
 */
public final class GiveWay {
  private final Stores stores;
  private final String companyId;
  private final String actor;
  private final LocalDate today;
  private final @Nullable UUID deliveryId;

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
  }

  /**
   * Lets claims give way until the rest fits.
   *
   * @return the invoices that lost one
   */
  public Set<UUID> to(Money outstanding, Locked locked) {
    return until(outstanding, locked, stores.bookedInvoices().recognised(companyId, locked.id()));
  }

  /** Lets all claims on a document give way that is void, or became another. */
  public Set<UUID> all(Locked locked) {
    return until(Money.zero(locked.claimed().getCurrencyUnit()), locked, List.of());
  }

  private Set<UUID> until(Money outstanding, Locked locked, List<UUID> booked) {
    Set<UUID> invoices = new LinkedHashSet<>();
    Money claimed = locked.claimed();
    if (!claimed.isGreaterThan(outstanding)) {
      return invoices;
    }
    Adjusting adjusting = new Adjusting(stores, companyId, actor, today);
    Money adjusted = adjusting.standing(locked.id(), Money.zero(claimed.getCurrencyUnit()));
    // What settles without money is no claim on a payment: nobody need look where that is enough.
    if (!claimed.minus(outstanding).isGreaterThan(adjusted)) {
      adjusting.giveWay(locked.id(), claimed.minus(outstanding), deliveryId);
      invoices.add(locked.id());
      return invoices;
    }
    List<Stored> claims = new ArrayList<>(stores.allocations().unbookedOf(companyId, locked.id()));
    claims.sort(Comparator.comparing(stored -> !booked.contains(stored.id())));
    for (Stored stored : claims) {
      if (!claimed.isGreaterThan(outstanding)) {
        return invoices;
      }
      Allocation line = stored.allocation();
      giveWay(stored, booked.contains(stored.id()) && line.creditNoteId() == null, locked);
      claimed = claimed.minus(line.amount());
      invoices.add(UUID.fromString(line.invoiceId()));
    }
    if (claimed.isGreaterThan(outstanding)) {
      adjusting.giveWay(locked.id(), claimed.minus(outstanding), deliveryId);
    }
    return invoices;
  }

  private void giveWay(Stored stored, boolean booked, Locked locked) {
    Claims claims = new Claims(stores, companyId);
    if (booked) {
      stores.allocations().decide(companyId, stored.id(), Decision.BOOKED, actor);
      claims.giveBackDocuments(stored.allocation());
      note(locked.id(), "ALLOCATION_BOOKED", locked.invoice());
    } else {
      stores.allocations().decide(companyId, stored.id(), Decision.CONFLICT, actor);
      claims.giveBack(stored.allocation());
      note(locked.id(), "ALLOCATION_CONFLICT", locked.invoice());
    }
  }

  private void note(UUID invoiceId, String event, Invoice after) {
    stores
        .journal()
        .append(
            companyId,
            new Happening(
                today,
                actor,
                "invoice",
                invoiceId.toString(),
                event,
                null,
                null,
                after,
                deliveryId));
  }
}
