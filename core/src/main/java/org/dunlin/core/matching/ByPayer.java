package org.dunlin.core.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dunlin.core.matching.Settlement.Fit;
import org.dunlin.core.model.MatchRule;

/**
 * The third tier: the payer is known, and the amount can be made up of its open invoices in one way
 * only.
 */
final class ByPayer {
  private static final int MOST_CANDIDATES = 60;
  private static final int MOST_WAYS_TRIED = 40_000;
  private static final int LARGEST = 8;
  private static final int WANTED = 4;

  private final OwnDocuments own;
  private final Amounts amounts;

  ByPayer(LedgerView view, Amounts amounts) {
    this.own = new OwnDocuments(view);
    this.amounts = amounts;
  }

  /** One proposal where there is one answer, several where a person must choose. */
  List<Proposal> propose(Incoming incoming) {
    if (incoming.payer().debtors().isEmpty()) {
      return List.of();
    }
    List<Item> equal = own.ofAmount(incoming);
    BigDecimal unique = Confidence.unique(incoming.payer().by());
    if (equal.size() > 1) {
      return Proposal.tie(equal, incoming.amount(), MatchRule.KNOWN_PAYER, Map.of());
    }
    List<Way> ways = new ArrayList<>();
    for (Item item : equal) {
      ways.add(new Way(exact(item, incoming), unique));
    }
    for (Debtor debtor : incoming.payer().debtors()) {
      List<Item> open = own.open(debtor, incoming);
      singles(open, incoming, unique, ways, equal.isEmpty());
      // Of many invoices many sums are there by accident; beside one invoice few are heard.
      int largest = ways.isEmpty() ? LARGEST : 2;
      sums(largest, open, own.notes(debtor, incoming), incoming, unique, ways);
    }
    return proposals(ways, incoming);
  }

  private record Way(Settlement settlement, BigDecimal confidence) {}

  private List<Proposal> proposals(List<Way> ways, Incoming incoming) {
    List<Way> best =
        ways.stream().sorted(Comparator.comparing(Way::confidence).reversed()).toList();
    List<Proposal> proposals = new ArrayList<>();
    for (Way way : best) {
      List<String> why = new ArrayList<>();
      why.add(way.settlement().fit().sentence);
      why.add(saying(incoming.payer().by()));
      proposals.add(
          new Proposal(
              way.settlement(),
              MatchRule.KNOWN_PAYER,
              best.size() == 1 ? way.confidence() : Confidence.tie(best.size()),
              best.size() == 1,
              why,
              Map.of()));
    }
    return proposals;
  }

  private static String saying(Payer.Known known) {
    return switch (known) {
      case ACCOUNT -> "the account is known as this customer's";
      case NAME -> "the payer's name is this customer's";
      case LIKELY -> "the payer's name may be this customer's, cut or abbreviated";
      case TEXT -> "the text names this customer";
      case COLLECTOR -> "the account has paid for this customer, and for others";
      case NOT -> "the payer is not known";
    };
  }

  private Settlement exact(Item item, Incoming incoming) {
    return Amounts.laid(Fit.EXACT, List.of(item), List.of(), incoming.amount());
  }

  /** Beside an invoice of the amount, an instalment of it is another answer; rounding is not. */
  private void singles(
      List<Item> open, Incoming incoming, BigDecimal unique, List<Way> ways, boolean any) {
    for (Item item : open) {
      if (item.open() != incoming.amount() && (any || item.instalment(incoming.amount()))) {
        Settlement full = amounts.full(List.of(item), List.of(), incoming);
        if (full != null) {
          ways.add(new Way(full, unique.subtract(new BigDecimal("0.001"))));
        }
      }
    }
  }

  private void sums(
      int most,
      List<Item> open,
      List<Item> notes,
      Incoming incoming,
      BigDecimal unique,
      List<Way> ways) {
    sum(most, open, List.of(), incoming, unique, ways);
    if (ways.isEmpty()) {
      for (Item note : notes.size() > WANTED ? List.<Item>of() : notes) {
        sum(most, open, List.of(note), incoming, unique, ways);
      }
    }
  }

  private void sum(
      int most,
      List<Item> open,
      List<Item> notes,
      Incoming incoming,
      BigDecimal unique,
      List<Way> ways) {
    long target = incoming.amount() + Amounts.open(notes);
    List<Item> candidates =
        open.stream()
            .filter(item -> item.open() <= target)
            .sorted(Comparator.comparingLong(Item::open).reversed().thenComparing(i -> i.id))
            .toList();
    if (candidates.size() > MOST_CANDIDATES || candidates.isEmpty()) {
      return;
    }
    long[] descending = candidates.stream().mapToLong(Item::open).toArray();
    int largest = Chance.largest(descending.length, most, MOST_WAYS_TRIED);
    SubsetSum.Result result = SubsetSum.of(descending, target, largest, WANTED);
    for (BitSet way : result.ways()) {
      List<Item> items =
          way.stream().mapToObj(candidates::get).sorted(LedgerView.EARLIEST_DUE).toList();
      if (items.size() > 1 || !notes.isEmpty()) {
        double chance = Chance.expected(descending, items.size(), Math.max(1, notes.size()));
        BigDecimal confidence =
            result.complete() ? Confidence.byChance(unique, chance) : Confidence.ON_ACCOUNT;
        Settlement settlement = amounts.full(items, notes, incoming);
        if (settlement != null) {
          ways.add(new Way(settlement, confidence));
        }
      }
    }
  }
}
