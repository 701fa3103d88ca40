package org.dunlin.core.matching;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.core.matching.LedgerView.Kind;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Payment;
import org.jspecify.annotations.Nullable;

/**
 * Whose money a payment plausibly is, by what it says of its payer and what it names, whatever is
 * open. Good enough to wait with a reminder, or not to, and never to allocate.
 */
final class PlausiblePayers {
  private final LedgerView view;
  private final LikelyPayers likely;
  private final NamedInText named;
  private final QuotedNumbers numbers;
  private final StructuredReferences references;
  private final Set<String> doubted;

  PlausiblePayers(LedgerView view, List<Customer> customers) {
    this.view = view;
    likely = new LikelyPayers(customers);
    named = new NamedInText(view);
    numbers = new QuotedNumbers(view);
    references = new StructuredReferences(view);
    doubted =
        view.refusals().stream().map(Refusal::paymentId).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @param payers ids of the customers that may have paid: all that they owe may be meant
   * @param meant ids of these and of customers whom the payment names: what has its amount may be
   * @param clear whether it can be nobody else's; otherwise whatever has its amount may be meant
   */
  record Found(Set<String> payers, Set<String> meant, boolean clear) {}

  Found of(UnallocatedPayment candidate) {
    Payment payment = candidate.payment();
    Payer payer = view.payers().of(payment);
    Set<String> payers = new HashSet<>();
    add(payers, payer.debtors());
    if (payment.payerName() != null) {
      payers.addAll(likely.of(payment.payerName()));
    }
    Set<String> meant = new HashSet<>(payers);
    Incoming incoming = Incoming.of(candidate, payer);
    Quotes quotes = numbers.of(incoming);
    add(meant, named.of(incoming, quotes.text()).debtors());
    for (Mention mention : quotes.mentions()) {
      addOwners(meant, view.with(Kind.NUMBER, mention.key()));
    }
    Set<String> referred = new HashSet<>();
    addOwners(referred, references.given(payment));
    meant.addAll(referred);
    boolean paysForAnother = unknown(payment.details().ultimatePayerName(), meant);
    boolean known = clearly(payer, quotes.unknown()) || referred.size() == 1;
    return new Found(payers, meant, known && !paysForAnother && !doubted.contains(payment.id()));
  }

  /** A number like the company's that is none it knows may be anybody's, but for an account. */
  private static boolean clearly(Payer payer, boolean unknownNumber) {
    return switch (payer.by()) {
      case ACCOUNT -> !payer.debtors().isEmpty();
      case NAME -> !payer.debtors().isEmpty() && !unknownNumber;
      case LIKELY, TEXT, COLLECTOR, NOT -> false;
    };
  }

  private boolean unknown(@Nullable String ultimate, Set<String> meant) {
    if (ultimate == null) {
      return false;
    }
    Set<String> like = new LinkedHashSet<>(likely.of(ultimate));
    add(like, view.names().equal(NameWords.of(ultimate)));
    meant.addAll(like);
    return like.isEmpty();
  }

  private static void add(Set<String> ids, Iterable<Debtor> debtors) {
    debtors.forEach(debtor -> ids.add(debtor.id));
  }

  private static void addOwners(Set<String> ids, Iterable<Item> documents) {
    documents.forEach(document -> ids.add(document.debtor.id));
  }
}
