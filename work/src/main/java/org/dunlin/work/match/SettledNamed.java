package org.dunlin.work.match;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.matching.Matcher;
import org.dunlin.core.matching.SettledNumbers;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.SettledInvoices;
import org.jspecify.annotations.Nullable;

/**
 * The documents of which nothing is open and that payments may name. Matching looks at the payments
 * twice, and the store is asked once, as long as the answers are few enough to be kept: what lies
 * under the digits of one payment no other payment can name without having them too, so that all
 * answers together say of each the same as its own.
 */
final class SettledNamed {
  /** So many payments are remembered as asked about, beside {@link SettledInvoices#MOST}. */
  private static final int MOST_PAYMENTS = 100_000;

  private final Stores stores;
  private final String companyId;
  private final LocalDate since;
  private final Map<String, Invoice> kept = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();
  private boolean keeping = true;

  /** What was said beside all that is kept, where that is what the matcher has. */
  private @Nullable Boolean told;

  SettledNamed(Stores stores, String companyId, LocalDate since) {
    this.stores = stores;
    this.companyId = companyId;
    this.since = since;
  }

  /** Tells the matcher what these payments may name, before it looks at them. */
  void tell(Matcher matcher, List<UnallocatedPayment> payments) {
    boolean said = SettledNumbers.all(payments);
    if (keeping && payments.stream().allMatch(each -> asked.contains(each.payment().id()))) {
      if (told == null || told != said) {
        matcher.settled(List.copyOf(kept.values()), said);
        told = said;
      }
      return;
    }
    told = null;
    List<Invoice> named =
        stores.settledInvoices().named(companyId, SettledNumbers.namedBy(payments), since);
    matcher.settled(named, said && named.size() < SettledInvoices.MOST);
    keep(payments, named);
  }

  private void keep(List<UnallocatedPayment> payments, List<Invoice> named) {
    if (keeping) {
      payments.forEach(each -> asked.add(each.payment().id()));
      named.forEach(document -> kept.put(document.id(), document));
      keeping = kept.size() < SettledInvoices.MOST && asked.size() <= MOST_PAYMENTS;
    }
  }
}
