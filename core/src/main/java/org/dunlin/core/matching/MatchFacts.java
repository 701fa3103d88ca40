package org.dunlin.core.matching;

import java.util.List;
import java.util.Set;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;

/** What matching decides over: everything of one company and nothing of another. */
public record MatchFacts(
    Company company,
    List<Customer> customers,
    List<OpenDocument> documents,
    List<UnallocatedPayment> payments,
    Set<Refusal> refusals) {
  public MatchFacts {
    customers = List.copyOf(customers);
    documents = List.copyOf(documents);
    payments = List.copyOf(payments);
    refusals = Set.copyOf(refusals);
  }

  /** The same as one matching reads it. */
  LedgerView view() {
    return books().build();
  }

  /** The same where it is known who paid for whom before. */
  LedgerView view(List<History.KnownPayer> payers) {
    LedgerViewBuilder books = books();
    payers.forEach(books::paid);
    return books.build();
  }

  /** The same with what the books of before teach. */
  public LedgerView view(History history) {
    LedgerViewBuilder books = books();
    books.history(history);
    return books.build();
  }

  private LedgerViewBuilder books() {
    LedgerViewBuilder builder = LedgerView.of(company);
    customers.forEach(builder::customer);
    documents.forEach(each -> builder.document(each.document(), each.open()));
    refusals.forEach(builder::refused);
    return builder;
  }
}
