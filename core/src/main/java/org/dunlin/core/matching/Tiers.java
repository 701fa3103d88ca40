package org.dunlin.core.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.model.Payment;
import org.jspecify.annotations.Nullable;

/**
 * Asks the tiers one after the other, the surest first, until one has an answer that no person need
 * confirm. Else what all of them found is offered, the best first.
 */
final class Tiers {
  private final LedgerView view;
  private final StructuredReferences references;
  private final QuotedNumbers numbers;
  private final NamedInText named;
  private final OwnDocuments own;
  private final ByReference byReference;
  private final ByNumber byNumber;
  private final ByList byList;
  private final ByNear byNear;
  private final ByPayer byPayer;
  private final ByScore byScore;
  private final ByCurrency byCurrency;
  private final String ownName;

  Tiers(LedgerView view) {
    this.view = view;
    Amounts amounts = new Amounts(view.company().tolerance());
    references = new StructuredReferences(view);
    numbers = new QuotedNumbers(view);
    named = new NamedInText(view);
    own = new OwnDocuments(view);
    byReference = new ByReference(amounts);
    byNumber = new ByNumber(amounts);
    byList = new ByList(view, amounts);
    byNear = new ByNear(view, amounts);
    byPayer = new ByPayer(view, amounts);
    byScore = new ByScore(view);
    byCurrency = new ByCurrency(view);
    ownName = NameWords.of(view.company().name()).key();
  }

  /** Whether the company moves its own money. */
  boolean ownMoney(Payment payment) {
    return view.ownAccount(payment.payerAccount());
  }

  /** Whether there is nothing in a payment by which it could name a document. */
  static boolean namesNothing(Payment payment) {
    return payment.creditorReference() == null
        && payment.references().isEmpty()
        && (payment.endToEndId() == null || payment.endToEndId().isBlank())
        && (payment.remittance() == null || payment.remittance().isBlank());
  }

  /** What the payment names so that it may be applied; nothing where it does not. */
  List<Proposal> named(Heard heard, BigDecimal threshold) {
    Incoming incoming = heard.incoming();
    List<Proposal> cited = cited(incoming, heard.citations(), heard.quotes());
    if (settles(cited, threshold) && cited.getFirst().full()) {
      return cited;
    }
    if (heard.refers()) {
      return settles(cited, threshold) ? cited : List.of();
    }
    List<Proposal> listed = byList.propose(incoming, heard.quotes());
    if (settles(listed, threshold)) {
      return listed;
    }
    return settles(cited, threshold) && !contradicted(cited.getFirst(), incoming, heard.quotes())
        ? cited
        : List.of();
  }

  /** One proposal that may be applied, or what a person may choose from. */
  List<Proposal> propose(Heard heard, BigDecimal threshold) {
    Incoming incoming = heard.incoming();
    Quotes quotes = heard.quotes();
    Collection<Item> settled = heard.found().settled();
    List<Proposal> cited = cited(incoming, heard.citations(), quotes);
    if (settles(cited, threshold) && cited.getFirst().full()) {
      return cited;
    }
    boolean refers = heard.refers();
    List<Proposal> listed = byList.propose(incoming, quotes);
    if (!refers && settles(listed, threshold)) {
      return listed;
    }
    List<Proposal> near = byNear.propose(incoming, quotes);
    boolean again = ofPayer(quotes.settled(), incoming) || ofPayer(settled, incoming);
    if (view.settledKnown() && !refers && !again && settles(near, threshold)) {
      return near;
    }
    if (settles(cited, threshold)
        && (refers || !contradicted(cited.getFirst(), incoming, quotes))) {
      return cited;
    }
    List<Proposal> paid = byPayer.propose(incoming);
    boolean another =
        !cited.isEmpty()
            || quotes.namesAnother()
            || !settled.isEmpty()
            || !view.settledKnown() && byNear.namesSomething(incoming, quotes)
            || ownName(incoming);
    if (!another && settles(paid, threshold)) {
      return paid;
    }
    List<Proposal> foreign = byCurrency.propose(incoming, quotes.settled(), settled);
    return offered(List.of(cited, near, listed, foreign, paid, byScore.propose(incoming)));
  }

  /** What a payment says, before it is asked what of it is open. */
  record Heard(
      Incoming incoming,
      Quotes quotes,
      StructuredReferences.Found found,
      List<Citation> citations) {
    boolean refers() {
      return !citations.isEmpty();
    }
  }

  /** Hears a payment, by what is open now. */
  Heard hear(Incoming arrived) {
    Quotes quotes = numbers.of(arrived);
    Incoming incoming = arrived.from(named.of(arrived, quotes.text()));
    StructuredReferences.Found found = references.of(incoming);
    return new Heard(incoming, quotes, found, telling(found.open(), quotes.numbers(), incoming));
  }

  /**
   * The settled invoice of its payer that the payment names, the first of them; null where none.
   */
  @Nullable Item again(Heard heard) {
    List<Item> named = new ArrayList<>(heard.found().settled());
    named.addAll(heard.quotes().settled());
    for (Item item : named) {
      if (!item.credit()
          && item.open() == 0
          && item.currency.equals(heard.incoming().currency())
          && heard.incoming().payer().surely(item.debtor.id)) {
        return item;
      }
    }
    return null;
  }

  private static boolean settles(List<Proposal> proposals, BigDecimal threshold) {
    return proposals.size() == 1
        && proposals.getFirst().sole()
        && proposals.getFirst().confidence().compareTo(threshold) >= 0;
  }

  /** Whether what is settled is the payer's: then it was named rightly, and is paid twice. */
  private static boolean ofPayer(Collection<Item> settled, Incoming incoming) {
    return settled.stream().anyMatch(item -> incoming.paidBy(item.debtor));
  }

  private boolean ownName(Incoming incoming) {
    String name = incoming.payment().payerName();
    return name != null && NameWords.of(name).key().equals(ownName);
  }

  private List<Proposal> cited(Incoming incoming, List<Citation> citations, Quotes quotes) {
    if (citations.isEmpty()) {
      return byNumber.propose(incoming, quotes.numbers(), quotes.notes());
    }
    if (citations.size() == 1 && citations.getFirst().plain()) {
      Item cited = citations.getFirst().fitting().getFirst();
      List<Numbered> others = others(cited, quotes.numbers(), incoming);
      if (!others.isEmpty()) {
        others.addFirst(citations.getFirst().numbered());
        return byNumber.propose(incoming, others, quotes.notes());
      }
    }
    return byReference.propose(incoming, citations);
  }

  /** Of a reference that several invoices share, a number of one of them alone says which. */
  private static List<Citation> telling(
      List<Citation> citations, List<Numbered> quoted, Incoming incoming) {
    if (citations.isEmpty()) {
      return citations;
    }
    List<Item> numbered =
        quoted.stream()
            .filter(number -> number.bearing().size() == 1 && !number.doubtful(incoming))
            .map(number -> number.bearing().getFirst())
            .toList();
    return citations.stream()
        .filter(
            citation ->
                citation.fitting().size() == 1
                    || citation.fitting().stream().noneMatch(numbered::contains))
        .toList();
  }

  /**
   * Other invoices that the text names beside the one that a reference names. They are heard where
   * the amount does not speak for that one alone: one reference is often copied for a list.
   */
  private static List<Numbered> others(Item cited, List<Numbered> quoted, Incoming incoming) {
    List<Numbered> others = new ArrayList<>();
    for (Numbered number : quoted) {
      boolean same = number.bearing().contains(cited);
      boolean heard =
          incoming.amount() != cited.open()
              || number.bearing().stream().anyMatch(i -> i.open() == incoming.amount());
      if (!same && heard && !number.doubtful(incoming)) {
        others.add(number);
      }
    }
    return others;
  }

  /**
   * Whether something speaks against paying what is named in part, or paying too much of it: that
   * more is named, or that another invoice of the payer has just this amount.
   */
  private boolean contradicted(Proposal cited, Incoming incoming, Quotes quotes) {
    Set<Item> named = byList.named(incoming, quotes);
    List<Item> invoices = cited.invoices();
    return !cited.full()
        && (!invoices.containsAll(named)
            || own.ofAmount(incoming).stream().anyMatch(item -> !invoices.contains(item)));
  }

  /** Each set of invoices once, none as certain. */
  private static List<Proposal> offered(List<List<Proposal>> found) {
    Map<List<Item>, Proposal> offered = new LinkedHashMap<>();
    for (List<Proposal> proposals : found) {
      for (Proposal proposal : proposals) {
        if (offered.size() < Proposal.MOST_ALTERNATIVES) {
          offered.putIfAbsent(proposal.invoices(), proposal.asked());
        }
      }
    }
    return List.copyOf(offered.values());
  }
}
