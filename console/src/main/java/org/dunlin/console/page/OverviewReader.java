package org.dunlin.console.page;

import java.time.LocalDate;
import org.dunlin.store.Stores;
import org.dunlin.store.view.Tasks;
import org.dunlin.store.view.Views;

/** Reads all that the page of a company shows. */
final class OverviewReader {
  /** How many open invoices, unallocated payments and contradicted allocations are listed. */
  static final int MOST_ITEMS = 25;

  private final Stores stores;

  OverviewReader(Stores stores) {
    this.stores = stores;
  }

  Overview read(String companyId, LocalDate today) {
    Views views = stores.views();
    Tasks.Counts counts = views.tasks().of(companyId);
    return new Overview(
        TaskList.of(counts, views.heldReminders().byReason(companyId)),
        views.receivables().standing(companyId, today),
        views.tieOuts().of(companyId),
        views.receivables().oldest(companyId, MOST_ITEMS),
        views.unallocatedPayments().totals(companyId),
        views.unallocatedPayments().newest(companyId, MOST_ITEMS),
        views.conflicts().newest(companyId, MOST_ITEMS));
  }
}
