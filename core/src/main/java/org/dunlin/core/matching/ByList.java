package org.dunlin.core.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.matching.LedgerView.Kind;
import org.dunlin.core.matching.Settlement.Fit;
import org.dunlin.core.model.MatchRule;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that are shortened, listed or span a range, and order numbers: they count where all that
 * is named adds up to what came.
 */
final class ByList {
  private final ListedNumbers listed;
  private final Orders orders;
  private final Amounts amounts;

  ByList(LedgerView view, Amounts amounts) {
    this.listed = new ListedNumbers(view);
    this.orders = new Orders(view);
    this.amounts = amounts;
  }

  List<Proposal> propose(Incoming incoming, Quotes quotes) {
    List<Proposal> proposals = new ArrayList<>();
    if (!quotes.anyDigit()) {
      return proposals;
    }
    List<Item> ordered = orders.of(quotes.text(), incoming);
    if (!ordered.isEmpty()) {
      add(
          proposals,
          incoming,
          quotes,
          ordered,
          "order number in the text",
          orderConfidence(incoming, ordered));
    }
    Set<Debtor> debtors = new HashSet<>(incoming.payer().debtors());
    quotes.numbers().stream()
        .filter(number -> number.bearing().size() == 1 && number.firm())
        .forEach(number -> debtors.add(number.bearing().getFirst().debtor));
    list(proposals, incoming, quotes, debtors, false);
    list(proposals, incoming, quotes, debtors, true);
    if (!debtors.isEmpty()) { // else it was asked first
      list(proposals, incoming, quotes, Set.of(), false);
    }
    return proposals;
  }

  private void list(
      List<Proposal> proposals,
      Incoming incoming,
      Quotes quotes,
      Set<Debtor> debtors,
      boolean commas) {
    if (!proposals.isEmpty()) {
      return;
    }
    ListedNumbers.Listed found = listed.of(quotes, incoming, debtors, commas);
    // One number of nobody known is for the tier before; of a list each speaks for the others.
    if (found.named().size() < (debtors.isEmpty() || commas ? 2 : 1)) {
      return;
    }
    if (oneCustomer(found.named()) && !found.named().isEmpty()) {
      add(
          proposals,
          incoming,
          quotes,
          found.named(),
          "number shortened in the text",
          Confidence.LISTED);
      if (proposals.isEmpty() && oneCustomer(found.ranged()) && found.ranged().size() > 1) {
        add(
            proposals,
            incoming,
            quotes,
            found.ranged(),
            "number in the range in the text",
            Confidence.RANGED);
      }
    }
  }

  /** Everything that the text may name, also where the amounts do not agree. */
  Set<Item> named(Incoming incoming, Quotes quotes) {
    Set<Item> named = new LinkedHashSet<>(orders.of(quotes.text(), incoming));
    Set<Debtor> payers = incoming.payer().debtors();
    if (!payers.isEmpty()) {
      named.addAll(listed.of(quotes, incoming, payers, false).named());
    }
    return named;
  }

  private static BigDecimal orderConfidence(Incoming incoming, List<Item> ordered) {
    return incoming.paidBy(ordered.getFirst().debtor)
        ? Confidence.ORDER_OF_PAYER
        : Confidence.ORDER;
  }

  private void add(
      List<Proposal> proposals,
      Incoming incoming,
      Quotes quotes,
      List<Item> named,
      String saying,
      BigDecimal confidence) {
    List<Item> items = named.stream().sorted(LedgerView.EARLIEST_DUE).toList();
    Settlement full = amounts.full(items, quotes.notes(), incoming);
    full = full == null ? deducted(items, quotes, incoming) : full;
    if (full != null && oneCustomer(items)) {
      Map<Item, String> sayings = new LinkedHashMap<>();
      items.forEach(item -> sayings.put(item, saying + ": " + item.number));
      proposals.add(
          new Proposal(
              full,
              MatchRule.DOCUMENT_NUMBER,
              confidence,
              true,
              List.of(
                  items.size() == 1 || full.fit() != Fit.EXACT
                      ? full.fit().sentence
                      : "amount equals the sum of all that is named"),
              sayings));
    }
  }

  /** Of what is listed, a credit note that the customer deducts without naming it. */
  private @Nullable Settlement deducted(List<Item> items, Quotes quotes, Incoming incoming) {
    if (!quotes.notes().isEmpty() || items.isEmpty()) {
      return null;
    }
    List<Item> fitting = new ArrayList<>();
    long over = Amounts.open(items) - incoming.amount();
    for (Item note : listed.notes(items.getFirst().debtor, incoming)) {
      if (note.open() == over) {
        fitting.add(note);
      }
    }
    return fitting.size() == 1 ? amounts.full(items, fitting, incoming) : null;
  }

  private static boolean oneCustomer(List<Item> items) {
    for (Item item : items) {
      if (item.debtor != items.getFirst().debtor) {
        return false;
      }
    }
    return true;
  }

  /** Invoices by the order numbers that a text quotes. */
  private static final class Orders {
    private final LedgerView view;
    private final Payable payable;
    private final Mentions mentions;

    Orders(LedgerView view) {
      this.view = view;
      this.payable = new Payable(view);
      this.mentions = new Mentions(key -> view.knows(Kind.ORDER, key), view::longestOrder);
    }

    /** All open invoices of the orders that the text quotes; none where one has several. */
    List<Item> of(Text text, Incoming incoming) {
      Set<Item> found = new LinkedHashSet<>();
      if (view.longestOrder() == 0) {
        return List.of();
      }
      for (Mention mention : mentions.in(text)) {
        if (!WeakNumbers.isWeak(mention.written(), mention.key())) {
          List<Item> bearing = payable.of(view.with(Kind.ORDER, mention.key()), incoming);
          List<Item> equal = bearing.stream().filter(i -> i.open() == incoming.amount()).toList();
          found.addAll(equal.size() == 1 ? equal : bearing);
        }
      }
      return List.copyOf(found);
    }
  }
}
