package org.dunlin.work.match;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dunlin.core.matching.MatchFacts;
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.matching.Refusal;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.ledger.PaymentState;
import org.dunlin.store.ledger.Payments.Place;

/** The facts over which matching decides. */
public final class OpenItems {
  /** Payments that are in memory at one time. */
  static final int PAGE = 500;

  private OpenItems() {}

  /**
   * What is open of a company now, and what people refused; without the payments, which may be
   * millions and come by {@link #eachPayment}.
   */
  public static MatchFacts of(Stores stores, CompanyProfile profile) {
    String companyId = profile.id();
    List<OpenDocument> documents =
        stores.invoices().open(companyId).stream()
            .map(state -> new OpenDocument(state.invoice(), state.open()))
            .toList();
    Set<Refusal> refusals =
        stores.refusals().of(companyId).stream()
            .map(pair -> new Refusal(pair.paymentId(), pair.invoiceId()))
            .collect(Collectors.toSet());
    return new MatchFacts(
        profile.company(), stores.customers().of(companyId), documents, List.of(), refusals);
  }

  /**
   * The unallocated payments of a company in the order of booking, a bounded list after the other.
   */
  public static void eachPayment(
      Stores stores, String companyId, Consumer<List<UnallocatedPayment>> some) {
    Place place = Place.START;
    List<PaymentState> page;
    do {
      page = stores.payments().unallocated(companyId, place, PAGE);
      if (!page.isEmpty()) {
        place = Place.behind(page.getLast().payment());
        some.accept(
            page.stream()
                .map(state -> new UnallocatedPayment(state.payment(), state.unallocated()))
                .toList());
      }
    } while (page.size() == PAGE);
  }
}
