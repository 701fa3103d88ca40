package org.dunlin.store.pay;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.PaymentLinkState;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment link as the hub keeps it.
 *
 * @param invoices in the order of their ids
 * @param amount what is open of its invoices; of one that is not OPEN: what it last was
 * @param generation which addresses of it count; raised where those that were given out are revoked
 * @param expiresOn the last day on which it can be paid
 * @param voided a person ended it; it does not open again
 * @param atProvider the provider's own link; null where it leads to the hub's page
 */
public record KeptLink(
    UUID id,
    UUID customerId,
    List<UUID> invoices,
    PaymentLinkState state,
    Money amount,
    int generation,
    LocalDate expiresOn,
    boolean voided,
    @Nullable AtProvider atProvider,
    String madeBy,
    LocalDate madeOn) {
  public KeptLink {
    invoices = List.copyOf(invoices);
  }

  /** The link at a provider of the company. */
  public record AtProvider(String connectionId, String id, String url) {}
}
