package org.dunlin.work.debit;

import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.core.debit.MandateRules;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Mandate;
import org.dunlin.core.model.MandateScheme;
import org.dunlin.core.model.MandateState;
import org.dunlin.store.Stores;
import org.dunlin.store.debit.KeptMandate;
import org.dunlin.store.journal.Happening;
import org.jspecify.annotations.Nullable;

/**
 * How mandates go from one state to another, and whose they may be; in the caller's transaction.
 */
final class MandateMoves {
  private final Stores stores;

  MandateMoves(Stores stores) {
    this.stores = stores;
  }

  /** Ends it where it is in force, within the caller's transaction. */
  void end(String companyId, KeptMandate kept, String why, String by, LocalDate today) {
    move(companyId, kept, MandateState.REVOKED, why, "MANDATE_REVOKED", by, today);
  }

  /** The bank's refusal ends one, or lets it wait, within the caller's transaction. */
  void stopped(
      String companyId,
      KeptMandate kept,
      MandateState to,
      String code,
      String by,
      LocalDate today) {
    move(
        companyId,
        kept,
        to,
        code,
        to == MandateState.REVOKED ? "MANDATE_REVOKED" : "MANDATE_WAITS",
        by,
        today);
  }

  /** Those that lapsed until a day end, within the caller's transaction. */
  void lapse(String companyId, LocalDate today) {
    for (KeptMandate kept : stores.debits().mandates().inForce(companyId)) {
      if (MandateRules.lapsed(kept.mandate().signedOn(), kept.lastCollectedOn(), today)) {
        move(
            companyId,
            kept,
            MandateState.LAPSED,
            Refusal.LAPSED.sentence(),
            "MANDATE_LAPSED",
            "collect",
            today);
      }
    }
  }

  void move(
      String companyId,
      KeptMandate kept,
      MandateState to,
      @Nullable String why,
      String event,
      String by,
      LocalDate today) {
    NotTaken.unless(
        stores.debits().mandates().move(companyId, kept, to, why, by, today), Refusal.ENDED);
    note(companyId, kept, event, kept.mandate(), kept.mandate().in(to), by, today);
  }

  /** Who leads the customer, who may be debited by this scheme. */
  UUID customer(String companyId, UUID customerId, MandateScheme scheme) {
    Customer customer =
        stores
            .customers()
            .find(companyId, customerId)
            .orElseThrow(() -> new NotTaken(Refusal.NO_CUSTOMER));
    NotTaken.unless(scheme == MandateScheme.CORE || isBusiness(customer), Refusal.NOT_A_BUSINESS);
    return stores.customerLinks().leader(companyId, customerId);
  }

  /** Who is not known to be none is treated as a consumer. */
  static boolean isBusiness(Customer customer) {
    return Boolean.FALSE.equals(customer.consumer());
  }

  /** The journal is sealed for the customer: whose account it is stands there too. */
  void note(
      String companyId,
      KeptMandate kept,
      String event,
      @Nullable Mandate before,
      @Nullable Mandate after,
      String by,
      LocalDate today) {
    stores
        .journal()
        .append(
            companyId,
            new Happening(
                today,
                by,
                "customer",
                kept.mandate().customerId(),
                event,
                kept.mandate().reference(),
                before,
                after,
                null));
  }
}
