package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.dunning.UndecidedMoney;
import org.dunlin.core.matching.MatchFacts;
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.core.model.Hold;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.ledger.Payments.Credit;
import org.dunlin.store.pay.PayoutEntries.FoundBy;
import org.dunlin.store.pay.PayoutEntries.Pair;
import org.dunlin.work.match.OpenItems;
import org.jspecify.annotations.Nullable;

/**
 * The holds of money that nobody has allocated. Only where there is such money is what is open held
 * against it, and then as matching does it: a payment may name any invoice. A credit note is its
 * customer's, and held against what this one owes alone.
 */
final class UndecidedHolds {
  private final Stores stores;
  private final CompanyProfile profile;
  private @Nullable MatchFacts items;

  private UndecidedHolds(Stores stores, CompanyProfile profile) {
    this.stores = stores;
    this.profile = profile;
  }

  static List<Hold> of(
      Stores stores, CompanyProfile profile, LocalDate today, Map<String, LocalDate> covered) {
    return new UndecidedHolds(stores, profile).holds(today, covered);
  }

  private List<Hold> holds(LocalDate today, Map<String, LocalDate> covered) {
    String id = profile.id();
    UndecidedMoney money = new UndecidedMoney(this::items, () -> stores.payerLessons().of(id));
    OpenItems.eachWithCredit(stores, profile, money::creditNotes);
    money.cameIn(pages -> OpenItems.eachPayment(stores, id, pages));
    money.cameIn(pages -> pages.accept(takenForPayouts(id)));
    money.cameIn(pages -> pages.accept(UnappliedBookings.of(stores, id, today)));
    money.onItsWay(pages -> AdvisedMoney.each(stores, id, covered, pages));
    money.credited(CustomerCredit.couldSettle(stores, id, ofCreditedCustomers(id)));
    return money.holds();
  }

  /** What was set aside for its payer's name alone, until its payout is known: it may be wrong. */
  private List<UnallocatedPayment> takenForPayouts(String companyId) {
    List<UnallocatedPayment> payments = new ArrayList<>();
    for (Pair pair : stores.pay().payouts().waiting(companyId)) {
      if (pair.foundBy() == FoundBy.NAME) {
        stores
            .payments()
            .find(companyId, pair.entryId())
            .map(state -> new UnallocatedPayment(state.payment(), state.payment().amount()))
            .ifPresent(payments::add);
      }
    }
    payments.sort(
        Comparator.comparing((UnallocatedPayment each) -> each.payment().bookingDate())
            .thenComparing(each -> each.payment().id()));
    return payments;
  }

  private List<OpenDocument> ofCreditedCustomers(String companyId) {
    List<UUID> customers =
        stores.payments().credits(companyId).stream().map(Credit::customer).distinct().toList();
    List<OpenDocument> documents = new ArrayList<>();
    if (!customers.isEmpty()) {
      for (DocumentState state : stores.invoices().open(companyId, customers)) {
        documents.add(new OpenDocument(state.invoice(), state.open()));
      }
    }
    return documents;
  }

  private MatchFacts items() {
    MatchFacts known = items;
    if (known == null) {
      known = OpenItems.of(stores, profile);
      items = known;
    }
    return known;
  }
}
