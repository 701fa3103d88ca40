package org.dunlin.store.dialogue;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.dunlin.store.outbox.EffectState;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A case that was given, or is to be given, to somebody who collects it.
 *
 * @param id that of the effect by which it is given
 * @param agency the connection over which it goes
 * @param invoices what was open of each when it was decided
 * @param state how far it has come on its way
 * @param status what the agency said last; absent: nothing yet
 * @param ended absent as long as it stands
 */
public record HandOver(
    UUID id,
    UUID customerId,
    String actionId,
    String agency,
    String agencyName,
    LocalDate decidedOn,
    Map<UUID, Money> invoices,
    EffectState state,
    @Nullable Status status,
    @Nullable LocalDate statusOn,
    @Nullable String statusBy,
    @Nullable End ended,
    @Nullable LocalDate endedOn,
    @Nullable String endedBy) {
  public HandOver {
    invoices = Map.copyOf(invoices);
  }

  /** What an agency says of a case. */
  public enum Status {
    /** It took the case. */
    ACCEPTED,
    /** It writes, calls or visits. */
    IN_PROGRESS,
    /** It is before a court. */
    IN_COURT,
    /** Something was paid to it. */
    PAID_IN_PART,
    /** All was paid to it; the case ends once the money is here. */
    PAID,
    /** It does not expect to get anything. */
    UNCOLLECTABLE
  }

  /** How a case ended. */
  public enum End {
    /** Its invoices are paid; the agency was told. */
    PAID,
    /** A person took it back; the agency was told. */
    RECALLED,
    /** The agency gave it back. */
    CLOSED
  }

  /** Whether it is, or may be, with the agency. */
  public boolean isOut() {
    return ended == null
        && (state == EffectState.SENDING
            || state == EffectState.SENT
            || state == EffectState.UNKNOWN);
  }
}
