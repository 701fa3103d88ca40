package org.dunlin.store.view;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.Action;
import org.dunlin.store.call.OutboundCall;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One trace: from what came in to what left and was answered. Of each station some are here.
 *
 * @param deliveries what came in, the newest first
 * @param pulls by delivery the call that brought it, where one did
 * @param changes what of it changed the ledger
 * @param matched what was applied, or suggested, with rule and evidence; the newest first
 * @param decided the reminders that were decided
 * @param effects what left or is to leave
 * @param calls by effect its calls, the newest first
 */
public record Chain(
    Some<Deliveries.Line> deliveries,
    Map<UUID, OutboundCall> pulls,
    Some<Change> changes,
    Some<AllocationLine> matched,
    List<Action> decided,
    Some<Messages.Line> effects,
    Map<UUID, Some<OutboundCall>> calls) {
  public Chain {
    pulls = Map.copyOf(pulls);
    decided = List.copyOf(decided);
    calls = Map.copyOf(calls);
  }

  /**
   * Some of a station.
   *
   * @param more whether there are others
   */
  public record Some<T>(List<T> items, boolean more) {
    public Some {
      items = List.copyOf(items);
    }

    /** Of a list that was asked for one more than is shown. */
    static <T> Some<T> of(List<T> oneMore, int most) {
      return new Some<>(oneMore.subList(0, Math.min(most, oneMore.size())), oneMore.size() > most);
    }
  }

  /**
   * A change of the ledger.
   *
   * @param recordId of the customer, invoice or payment
   * @param name the customer's name, the document's number, or who paid
   * @param event what the journal calls it; absent of a payment that was booked
   * @param amount absent of a customer
   * @param deliveryId that brought it
   */
  public record Change(
      Traced.RecordKind kind,
      UUID recordId,
      @Nullable String name,
      @Nullable String event,
      @Nullable Money amount,
      UUID deliveryId) {}
}
