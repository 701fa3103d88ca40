package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.matching.Settlement.Fit;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.model.PrecedingInvoice;

/**
 * What open credit notes settle: the invoices that they name in a field of their own (EN 16931,
 * BG-3), of the same customer and currency. One that names none is left to the customer, who may
 * deduct it from any payment, or to a person ({@link UndecidedCredits}).
 */
final class CreditNotes {
  static final Comparator<Item> IN_ORDER_OF_ISSUE =
      Comparator.<Item>comparingInt(note -> note.issued)
          .thenComparing(note -> note.number)
          .thenComparing(note -> note.id);

  private final LedgerView view;
  private final Payable payable;

  CreditNotes(LedgerView view) {
    this.view = view;
    this.payable = new Payable(view);
  }

  /** The open credit notes that name invoices, first issued first. */
  List<Item> notes() {
    return view.naming().keySet().stream()
        .filter(Item::creditable)
        .sorted(IN_ORDER_OF_ISSUE)
        .toList();
  }

  /** What the note proposes, the best first; nothing where it names no open invoice. */
  List<Proposal> propose(Item note) {
    Map<String, PrecedingInvoice> named = new LinkedHashMap<>();
    Invoice document = view.naming().get(note);
    if (document == null) {
      return List.of();
    }
    document.precedingInvoices().forEach(n -> named.putIfAbsent(key(n.number()), n));
    Map<Item, String> sayings = new LinkedHashMap<>();
    boolean plain = true;
    for (PrecedingInvoice each : named.values()) {
      List<Item> bearing = bearing(note, each);
      plain &= bearing.size() == 1 && agreesInDate(each, bearing.getFirst());
      bearing.forEach(invoice -> sayings.putIfAbsent(invoice, saying(note, each)));
    }
    if (sayings.isEmpty()) {
      return List.of();
    }
    if (named.size() > 1) {
      return List.of(several(note.open(), sayings, plain));
    }
    return sayings.size() == 1
        ? List.of(single(note.open(), sayings, plain))
        : Proposal.tie(
            List.copyOf(sayings.keySet()), note.open(), MatchRule.DOCUMENT_NUMBER, sayings);
  }

  private static Proposal single(long available, Map<Item, String> sayings, boolean plain) {
    Item invoice = sayings.keySet().iterator().next();
    Fit fit =
        available == invoice.open() ? Fit.EXACT : available < invoice.open() ? Fit.LESS : Fit.MORE;
    String why = plain ? fit.sentence : "the credit note gives it another date than it has";
    return proposal(available, sayings, fit, plain, why);
  }

  private static Proposal several(long available, Map<Item, String> sayings, boolean plain) {
    boolean certain = plain && Amounts.open(sayings.keySet()) == available;
    String why =
        certain
            ? "amount equals the sum of all that is named"
            : "several invoices are named, and the amounts do not say how much is for each;"
                + " earliest due first";
    return proposal(available, sayings, Fit.EXACT, certain, why);
  }

  private static Proposal proposal(
      long available, Map<Item, String> sayings, Fit fit, boolean certain, String why) {
    List<Item> earliest = sayings.keySet().stream().sorted(LedgerView.EARLIEST_DUE).toList();
    return new Proposal(
        Amounts.laid(fit, earliest, List.of(), available),
        MatchRule.DOCUMENT_NUMBER,
        certain ? Confidence.CREDITED : Confidence.SUM_DIFFERS,
        certain,
        List.of(why),
        sayings);
  }

  /** The open invoices of the customer that may be meant; of several, those with the date given. */
  private List<Item> bearing(Item note, PrecedingInvoice named) {
    List<Item> bearing = new ArrayList<>();
    List<Item> dated = new ArrayList<>();
    for (Item invoice : view.of(note.debtor)) {
      if (key(invoice.number).equals(key(named.number()))
          && payable.by(invoice, note.id, note.currency)) {
        bearing.add(invoice);
        if (named.issueDate() != null && named.issueDate().toEpochDay() == invoice.issued) {
          dated.add(invoice);
        }
      }
    }
    return dated.isEmpty() ? bearing : dated;
  }

  private static boolean agreesInDate(PrecedingInvoice named, Item invoice) {
    return named.issueDate() == null || named.issueDate().toEpochDay() == invoice.issued;
  }

  private static String saying(Item note, PrecedingInvoice named) {
    return "credit note " + note.number + " names invoice " + named.number();
  }

  private static String key(String number) {
    String compact = Text.compact(number);
    return compact.isEmpty() ? number : compact;
  }
}
