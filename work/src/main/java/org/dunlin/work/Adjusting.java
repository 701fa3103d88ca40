package org.dunlin.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.dunlin.core.model.Adjustment;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.Adjustments.End;
import org.dunlin.store.ledger.Adjustments.Stored;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What settles an invoice without money. It is decided with an allocation and goes with it; of the
 * invoice it claims its amount, until the source shows as much itself.
 */
public final class Adjusting {
  private final Stores stores;
  private final String companyId;
  private final String actor;
  private final LocalDate today;

  /** Of one company, as this actor decides it. */
  public Adjusting(Stores stores, String companyId, String actor, LocalDate today) {
    this.stores = stores;
    this.companyId = companyId;
    this.actor = actor;
    this.today = today;
  }

  /** Records it with the allocation; false where a fact that came in meanwhile left less open. */
  public boolean record(UUID allocationId, Adjustment adjustment) {
    UUID invoice = UUID.fromString(adjustment.invoiceId());
    if (!stores.invoices().claim(companyId, invoice, adjustment.amount().getAmount())) {
      return false;
    }
    stores.adjustments().add(companyId, allocationId, adjustment, actor, today);
    note("ADJUSTED", null, adjustment, null);
    return true;
  }

  /** Takes back what was decided with an allocation that is taken back; false where nothing was. */
  public boolean takeBack(UUID allocationId) {
    List<Stored> standing = stores.adjustments().standingWith(companyId, allocationId);
    standing.forEach(stored -> end(stored, End.TAKEN_BACK, null));
    return !standing.isEmpty();
  }

  /** Lets what was decided with an allocation give way with it. */
  public void giveWayWith(UUID allocationId, @Nullable UUID deliveryId) {
    stores
        .adjustments()
        .standingWith(companyId, allocationId)
        .forEach(stored -> end(stored, End.GAVE_WAY, deliveryId));
  }

  /** Claims again what gave way on an invoice and whose allocation stands, where it still fits. */
  public void standAgain(UUID invoiceId) {
    for (Stored stored : stores.adjustments().standingAgainOn(companyId, invoiceId)) {
      Adjustment adjustment = stored.adjustment();
      if (stores.invoices().claim(companyId, invoiceId, adjustment.amount().getAmount())) {
        stores.adjustments().reopen(companyId, stored.id());
        note("ADJUSTMENT_STANDS_AGAIN", null, adjustment, null);
      }
    }
  }

  /**
   * Ends what the source's figure leaves no room for, the youngest first.
   *
   * @param tooMuch by how much the claims on the invoice exceed what its source says is outstanding
   * @param how SHOWN where the figure holds it, GAVE_WAY where it does not
   * @return what of that is left
   */
  Money giveWay(UUID invoiceId, Money tooMuch, End how, @Nullable UUID deliveryId) {
    Money left = tooMuch;
    for (Stored stored : stores.adjustments().standingOn(companyId, invoiceId)) {
      if (left.isPositive()) {
        end(stored, how, deliveryId);
        left = left.minus(stored.adjustment().amount());
      }
    }
    return left;
  }

  /** What stands on an invoice. */
  Money standing(UUID invoiceId, Money zero) {
    return sum(stores.adjustments().standingOn(companyId, invoiceId), zero);
  }

  /** What stands with an allocation. */
  Money standingWith(UUID allocationId, Money zero) {
    return sum(stores.adjustments().standingWith(companyId, allocationId), zero);
  }

  private static Money sum(List<Stored> adjustments, Money zero) {
    return adjustments.stream().map(each -> each.adjustment().amount()).reduce(zero, Money::plus);
  }

  private void end(Stored stored, End how, @Nullable UUID deliveryId) {
    Adjustment adjustment = stored.adjustment();
    UUID invoice = UUID.fromString(adjustment.invoiceId());
    stores.adjustments().end(companyId, stored.id(), how);
    stores.invoices().unclaim(companyId, invoice, adjustment.amount().getAmount());
    note("ADJUSTMENT_" + how, adjustment, null, deliveryId);
  }

  private void note(
      String event,
      @Nullable Adjustment before,
      @Nullable Adjustment after,
      @Nullable UUID deliveryId) {
    Adjustment of = after == null ? Objects.requireNonNull(before) : after;
    String invoice = of.invoiceId();
    String what = of.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + of.amount();
    stores
        .journal()
        .append(
            companyId,
            new Happening(
                today, actor, "invoice", invoice, event, what, before, after, deliveryId));
  }
}
