package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dunlin.core.matching.MatchFacts;
import org.dunlin.core.matching.PlausiblePayments;
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

  /** The ids of the open invoices that it could settle. */
  static Set<String> couldSettle(
      Stores stores, MatchFacts items, String companyId, Map<String, LocalDate> covered) {
    Set<String> invoiceIds = new TreeSet<>();
    Place place = Place.START;
    List<InFlight> page = page(stores, companyId, covered, place);
    if (page.isEmpty()) {
      return invoiceIds;
    }
    PlausiblePayments plausible =
        new PlausiblePayments(
            items,
            stores.payerLessons().of(companyId),
            (invoiceId, settledBy) -> invoiceIds.add(invoiceId));
    while (!page.isEmpty()) {
      plausible.next(
          page.stream()
              .map(each -> new UnallocatedPayment(each.payment(), each.payment().amount()))
              .toList());
      place = page.getLast().place();
      page = page(stores, companyId, covered, place);
    }
    return invoiceIds;
  }

  private static List<InFlight> page(
      Stores stores, String companyId, Map<String, LocalDate> covered, Place after) {
    return stores
        .advisedEntries()
        .inFlight(companyId, covered, AdvisedEntry.MOST_DAYS, after, PAGE);
  }
}
