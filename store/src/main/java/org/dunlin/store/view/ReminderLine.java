package org.dunlin.store.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.outbox.EffectState;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A reminder, or another action, and what became of its message.
 *
 * @param action as it was decided, with its items, its state and what holds it
 * @param messageId its message; absent where it has none, as a held one
 * @param message where the message stands
 * @param finishedAt when the message left or was given up
 */
public record ReminderLine(
    Action action,
    Instant decidedAt,
    @Nullable UUID messageId,
    @Nullable EffectState message,
    @Nullable Instant finishedAt) {

  /** What it asks for, a currency at a time. */
  public List<Money> asked() {
    Map<CurrencyUnit, Money> sums = new TreeMap<>();
    for (ActionItem item : action.items()) {
      sums.merge(item.amount().getCurrencyUnit(), item.amount(), Money::plus);
    }
    return List.copyOf(sums.values());
  }

  /** How many invoices it names. */
  public long invoices() {
    return action.items().stream().map(ActionItem::invoiceId).distinct().count();
  }

  /** Why it is held, each reason once. */
  public List<HoldReason> held() {
    return action.holds().stream().map(Hold::reason).distinct().sorted().toList();
  }
}
