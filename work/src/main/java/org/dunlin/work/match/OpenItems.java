package org.dunlin.work.match;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.core.matching.MatchFacts;
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.matching.Refusal;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;

/** The facts over which matching decides. */
public final class OpenItems {
  private OpenItems() {}

  /** What is open and unallocated of a company now, and what people refused. */
  public static MatchFacts of(Stores stores, CompanyProfile profile) {
    String companyId = profile.id();
    List<OpenDocument> documents =
        stores.invoices().open(companyId).stream()
            .map(state -> new OpenDocument(state.invoice(), state.open()))
            .toList();
    List<UnallocatedPayment> payments =
        stores.payments().unallocated(companyId).stream()
            .map(state -> new UnallocatedPayment(state.payment(), state.unallocated()))
            .toList();
    Set<Refusal> refusals =
        stores.refusals().of(companyId).stream()
            .map(pair -> new Refusal(pair.paymentId(), pair.invoiceId()))
            .collect(Collectors.toSet());
    return new MatchFacts(
        profile.company(), stores.customers().of(companyId), documents, payments, refusals);
  }
}
