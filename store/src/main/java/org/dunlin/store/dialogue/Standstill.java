package org.dunlin.store.dialogue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.ArrangementState;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Dispute;
import org.dunlin.core.model.DisputeState;
import org.dunlin.core.model.Promise;
import org.dunlin.core.model.PromiseState;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A promise, a dispute, an arrangement or a hold.
 *
 * @param customerId whose it is, as it was said; whoever leads that customer by now has it
 * @param record the same in the canonical model, which knows less of its ends
 * @param on the day promised, the deadline of a dispute, the last instalment, the last day of a
 *     hold
 * @param amount promised, contested, or arranged for; absent for a hold
 * @param owner who sees to it, by name
 * @param invoices those that it is about; none where a hold is on all of the customer's
 * @param words what people wrote of it; absent where nothing, or where it is erased
 */
public record Standstill(
    UUID id,
    StandstillKind kind,
    UUID customerId,
    StandstillState state,
    CanonicalRecord record,
    @Nullable LocalDate on,
    @Nullable Money amount,
    @Nullable String owner,
    List<UUID> invoices,
    Made made,
    @Nullable Changed changed,
    Written words) {
  public Standstill {
    invoices = List.copyOf(invoices);
  }

  /** Who said it, and on which business date. */
  public record Made(String by, LocalDate on) {}

  /** Who ended it or agreed to it, and on which business date. */
  public record Changed(String by, LocalDate on) {}

  /**
   * What people wrote.
   *
   * @param said why, when it was said
   * @param outcome why, when it ended
   */
  public record Written(@Nullable String said, @Nullable String outcome) {}

  /** The record as it is in another state, where the canonical model has that state. */
  CanonicalRecord recordIn(StandstillState next) {
    if (record instanceof Promise p && has(PromiseState.values(), next)) {
      return new Promise(
          p.id(),
          p.customerId(),
          p.invoiceIds(),
          p.amount(),
          p.on(),
          PromiseState.valueOf(next.name()));
    }
    if (record instanceof Dispute d && has(DisputeState.values(), next)) {
      return new Dispute(
          d.id(),
          d.invoiceId(),
          d.amount(),
          d.reason(),
          d.owner(),
          d.deadline(),
          DisputeState.valueOf(next.name()));
    }
    if (record instanceof Arrangement a && has(ArrangementState.values(), next)) {
      return new Arrangement(
          a.id(),
          a.customerId(),
          a.invoiceIds(),
          a.instalments(),
          a.currency(),
          ArrangementState.valueOf(next.name()));
    }
    return record;
  }

  private static boolean has(Enum<?>[] states, StandstillState next) {
    for (Enum<?> state : states) {
      if (state.name().equals(next.name())) {
        return true;
      }
    }
    return false;
  }
}
