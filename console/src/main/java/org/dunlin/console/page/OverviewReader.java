package org.dunlin.console.page;

import java.util.List;
import org.dunlin.store.Stores;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.view.Deliveries;
import org.dunlin.store.view.Messages;
import org.dunlin.store.view.Views;
import org.jspecify.annotations.Nullable;

/** Reads the traffic of a company. */
final class OverviewReader {
  private static final int MOST_DELIVERIES = 50;
  private static final int MOST_MESSAGES = 100;
  private static final int MOST_HELD = 100;
  private static final int MOST_HAPPENINGS = 50;

  private final Stores stores;

  OverviewReader(Stores stores) {
    this.stores = stores;
  }

  Overview read(String companyId, Deliveries.Choice inbox, @Nullable EffectState messages) {
    Views views = stores.views();
    return new Overview(
        FlowGroups.of(stores, companyId),
        inbox,
        views.deliveries().newest(companyId, inbox, MOST_DELIVERIES),
        messages,
        messages(companyId, messages),
        views.tasks().of(companyId).awaiting(),
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
