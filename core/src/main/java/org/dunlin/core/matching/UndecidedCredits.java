package org.dunlin.core.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.matching.Settlement.Fit;
import org.dunlin.core.model.MatchRule;

/**
 * What an open credit note may be for that says so of no open invoice: the invoice of the same
 * order, those of which just so much is open, else what its customer owes. Only ever suggested, and
 * only of the customer's own invoices.
 */
final class UndecidedCredits {
  /** So many notes are asked about at a time; a person cannot look at more. */
  static final int MOST_NOTES = 1_000;

  /** So many documents of a customer are looked at, those due first before. */
  private static final int MOST_DOCUMENTS = 500;

  /** Of so many that fit equally well a person chooses. */
  private static final int MOST_EQUAL = 3;

  private final LedgerView view;
  private final Payable payable;

  UndecidedCredits(LedgerView view) {
    this.view = view;
    this.payable = new Payable(view);
  }

  /** What the note proposes, the best first; nothing where its customer owes nothing else. */
  List<Proposal> propose(Item note) {
    List<Item> open = open(note);
    List<Proposal> proposals = new ArrayList<>();
    Set<List<Item>> proposed = new HashSet<>();
    List<Item> ordered = open.stream().filter(invoice -> sameOrder(note, invoice)).toList();
    if (ordered.size() == 1) {
      String why = "credit note and invoice name the same order";
      add(proposals, proposed, note, ordered, Confidence.CREDIT_OF_ORDER, why);
    }
    List<Item> equal = open.stream().filter(invoice -> invoice.open() == note.open()).toList();
    if (equal.size() <= MOST_EQUAL) {
      BigDecimal confidence =
          equal.size() == 1 ? Confidence.CREDIT_OF_AMOUNT : Confidence.CREDIT_OF_AMOUNTS;
      for (Item invoice : equal) {
        add(proposals, proposed, note, List.of(invoice), confidence, Fit.EXACT.sentence);
      }
    }
    if (!open.isEmpty()) {
      String why =
          open.size() == 1
              ? "the only open invoice of the customer"
              : "what the customer owes, earliest due first";
      add(proposals, proposed, note, open, Confidence.ON_ACCOUNT, why);
    }
    return proposals;
  }

  private List<Item> open(Item note) {
    List<Item> documents = view.of(note.debtor);
    return documents.subList(0, Math.min(documents.size(), MOST_DOCUMENTS)).stream()
        .filter(invoice -> payable.by(invoice, note.id, note.currency))
        .toList();
  }

  private static boolean sameOrder(Item note, Item invoice) {
    return note.order != null
        && invoice.order != null
        && Text.compact(note.order).equals(Text.compact(invoice.order));
  }

  private static void add(
      List<Proposal> proposals,
      Set<List<Item>> proposed,
      Item note,
      List<Item> invoices,
      BigDecimal confidence,
      String why) {
    Proposal proposal =
        new Proposal(
            Amounts.laid(Fit.LESS, invoices, List.of(), note.open()),
            MatchRule.SCORE,
            confidence,
            false,
            List.of(why),
            Map.of());
    if (proposed.add(proposal.invoices())) {
      proposals.add(proposal);
    }
  }
}
