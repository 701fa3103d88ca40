package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.core.model.AdvisedEntry;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.AdvisedEntries.InFlight;
import org.dunlin.store.ledger.AdvisedEntries.Place;

/**
 * Money of which a bank told and that no statement shows yet: it settles nothing, and nobody is
 * reminded of what it could settle. Once statements cover its day, and some days more, it is in the
 * ledger or never came.
 */
final class AdvisedMoney {
  private static final int PAGE = 500;

  private AdvisedMoney() {}

  /** Hands it on as payments, page after page. */
  static void each(
      Stores stores,
      String companyId,
      Map<String, LocalDate> covered,
      Consumer<List<UnallocatedPayment>> pages) {
    List<InFlight> page = page(stores, companyId, covered, Place.START);
    while (!page.isEmpty()) {
      pages.accept(
          page.stream()
              .map(each -> new UnallocatedPayment(each.payment(), each.payment().amount()))
              .toList());
      page = page(stores, companyId, covered, page.getLast().place());
    }
  }

  private static List<InFlight> page(
      Stores stores, String companyId, Map<String, LocalDate> covered, Place after) {
    return stores
        .advisedEntries()
        .inFlight(companyId, covered, AdvisedEntry.MOST_DAYS, after, PAGE);
  }
}
