package org.dunlin.work.claim;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.dunlin.core.claim.Applicable;
import org.dunlin.core.claim.Attribution;
import org.dunlin.core.claim.Debt;
import org.dunlin.core.claim.Demand;
import org.dunlin.core.claim.Reckoning;
import org.dunlin.core.model.ClaimKind;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.claim.StatedClaims;
import org.joda.money.Money;

/**
 * What is owed beside the invoices of a customer on a day.
 *
 * @param items the late instalments in the order of their due dates
 * @param together of all of them, as in one demand
 * @param vatSaid whether the company said if it recovers VAT; where not, none is added
 * @param lacksTerms whether the law counts only as far as terms say, and nobody said that they do
 * @param stated what messages said of it before, the latest first
 */
public record ReckonedClaims(
    LocalDate on,
    Customer customer,
    Applicable law,
    List<Item> items,
    Reckoning together,
    boolean vatSaid,
    boolean lacksTerms,
    List<StatedClaims.Statement> stated) {
  /** Keeps its lists. */
  public ReckonedClaims {
    items = List.copyOf(items);
    stated = List.copyOf(stated);
  }

  /**
   * One instalment.
   *
   * @param alone the computation of this one alone
   * @param undated what of its invoice was settled on no known day
   */
  public record Item(Invoice invoice, Debt debt, Reckoning alone, Money undated) {}

  /** How the law takes payments that came late, by the instalment. */
  public List<Attributed> attributions() {
    return items.stream()
        .flatMap(
            item -> {
              Attribution attribution = item.alone.attribution();
              return attribution == null
                  ? Stream.empty()
                  : Stream.of(new Attributed(item, attribution));
            })
        .toList();
  }

  /** What became of the late payments of one instalment. */
  public record Attributed(Item item, Attribution attribution) {}

  /** The number of an invoice; its id where it is not among the items. */
  public String number(String invoiceId) {
    return items.stream()
        .filter(item -> item.invoice.id().equals(invoiceId))
        .map(item -> item.invoice.number())
        .findFirst()
        .orElse(invoiceId);
  }

  /**
   * What of it may be asked for on this day: as in a message, nothing that rests on what nobody
   * verified, and nothing where terms are missing.
   */
  public Demand demanded() {
    return lacksTerms
        ? new Demand(
            List.of(), List.of(), List.of(), List.of(StateClaims.termsMissing(customer)), null)
        : Demand.of(together, EnumSet.allOf(ClaimKind.class), EnumSet.noneOf(ClaimKind.class));
  }

  /** Whether something is late, or was paid late. */
  public boolean any() {
    return !items.isEmpty();
  }
}
