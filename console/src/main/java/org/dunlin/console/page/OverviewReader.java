package org.dunlin.console.page;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.store.Stores;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.view.Deliveries;
import org.dunlin.store.view.Messages;
import org.dunlin.store.view.Tasks;
import org.dunlin.store.view.Views;
import org.jspecify.annotations.Nullable;

/** Reads all that the page of a company shows. */
final class OverviewReader {
  /** How many open invoices, unallocated payments and contradicted allocations are listed. */
  static final int MOST_ITEMS = 25;

  private static final int MOST_DELIVERIES = 50;
  private static final int MOST_MESSAGES = 100;
  private static final int MOST_HELD = 100;
  private static final int MOST_HAPPENINGS = 50;

  private final Stores stores;

  OverviewReader(Stores stores) {
    this.stores = stores;
  }

  Overview read(
      String companyId, LocalDate today, Deliveries.Choice inbox, @Nullable EffectState messages) {
    Views views = stores.views();
    Tasks.Counts counts = views.tasks().of(companyId);
    return new Overview(
        TaskList.of(counts, views.heldReminders().byReason(companyId)),
        views.receivables().standing(companyId, today),
        views.tieOuts().of(companyId),
        views.receivables().oldest(companyId, MOST_ITEMS),
        views.unallocatedPayments().totals(companyId),
        views.unallocatedPayments().newest(companyId, MOST_ITEMS),
        views.conflicts().newest(companyId, MOST_ITEMS),
        FlowGroups.of(stores, companyId),
        inbox,
        views.deliveries().newest(companyId, inbox, MOST_DELIVERIES),
        messages,
        messages(companyId, messages),
        counts.awaiting(),
        views.heldReminders().of(companyId, MOST_HELD),
        stores.journal().newest(companyId, MOST_HAPPENINGS));
  }

  private List<Messages.Line> messages(String companyId, @Nullable EffectState state) {
    Messages messages = stores.views().messages();
    return state == null
        ? messages.newest(companyId, MOST_MESSAGES)
        : messages.newest(companyId, state, MOST_MESSAGES);
  }
}
