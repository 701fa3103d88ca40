package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dunlin.core.matching.Proposal.Line;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.model.PrecedingInvoice;
import org.joda.money.Money;

/**
 * What open credit notes settle: the invoices that they name in a field of their own (EN 16931,
 * BG-3), of the same customer and currency. One that names none is left to the customer, who may
 * deduct it from any payment.
 */
final class CreditNotes {
  private static final Comparator<OpenDocument> IN_ORDER_OF_ISSUE =
      Comparator.comparing((OpenDocument note) -> note.document().issueDate())
          .thenComparing(note -> note.document().number())
          .thenComparing(note -> note.document().id());

  private final OpenDocuments documents;
  private final Shares shares;
  private final List<OpenDocument> notes = new ArrayList<>();
  private final Map<String, List<Invoice>> invoices = new HashMap<>();

  CreditNotes(OpenDocuments documents, MatchFacts facts) {
    this.documents = documents;
    this.shares = new Shares(documents);
    for (OpenDocument candidate : facts.documents()) {
      Invoice document = candidate.document();
      if (document.kind() == InvoiceKind.INVOICE) {
        invoices.computeIfAbsent(document.customerId(), id -> new ArrayList<>()).add(document);
      } else if (document.status() == InvoiceStatus.OPEN && candidate.open().isPositive()) {
        notes.add(candidate);
      }
    }
    notes.sort(IN_ORDER_OF_ISSUE);
  }

  /** The open credit notes, first issued first. */
  List<OpenDocument> notes() {
    return notes;
  }

  /** What the note proposes, the best first; nothing where it names no open invoice. */
  List<Proposal> propose(OpenDocument note) {
    Map<String, PrecedingInvoice> named = new LinkedHashMap<>();
    note.document().precedingInvoices().forEach(n -> named.putIfAbsent(key(n.number()), n));
    Map<Invoice, String> evidence = new LinkedHashMap<>();
    boolean plain = true;
    for (PrecedingInvoice each : named.values()) {
      List<Invoice> bearing = bearing(note.document(), each);
      plain &= bearing.size() == 1 && agreesInDate(each, bearing.getFirst());
      bearing.forEach(invoice -> evidence.putIfAbsent(invoice, saying(note.document(), each)));
    }
    if (evidence.isEmpty()) {
      return List.of();
    }
    if (named.size() > 1) {
      return List.of(several(note.open(), evidence, plain));
    }
    return evidence.size() == 1
        ? List.of(single(note.open(), evidence, plain))
        : Proposal.tie(shares.alternatives(evidence, note.open()), MatchRule.DOCUMENT_NUMBER);
  }

  private Proposal single(Money available, Map<Invoice, String> evidence, boolean plain) {
    Invoice invoice = evidence.keySet().iterator().next();
    String why =
        plain
            ? Shares.comparison(available, documents.open(invoice))
            : "the credit note gives it another date than " + invoice.issueDate();
    return proposal(shares.earliestFirst(evidence, available), plain, why);
  }

  private Proposal several(Money available, Map<Invoice, String> evidence, boolean plain) {
    Money sum = shares.sum(evidence.keySet(), Money.zero(available.getCurrencyUnit()));
    boolean certain = plain && sum.isEqual(available);
    String why =
        certain
            ? "amount equals the sum of all that is named"
            : "several invoices are named, and the amounts do not say how much is for each; earliest"
                + " due first";
    return proposal(shares.earliestFirst(evidence, available), certain, why);
  }

  private static Proposal proposal(List<Line> lines, boolean certain, String why) {
    return new Proposal(
        lines,
        MatchRule.DOCUMENT_NUMBER,
        certain ? Confidence.CREDITED : Confidence.SUM_DIFFERS,
        certain,
        List.of(why));
  }

  /** The open invoices of the customer that may be meant; of several, those with the date given. */
  private List<Invoice> bearing(Invoice note, PrecedingInvoice named) {
    List<Invoice> bearing =
        invoices.getOrDefault(note.customerId(), List.of()).stream()
            .filter(invoice -> key(invoice.number()).equals(key(named.number())))
            .filter(invoice -> documents.creditable(invoice, note))
            .toList();
    List<Invoice> dated =
        bearing.stream()
            .filter(invoice -> Objects.equals(invoice.issueDate(), named.issueDate()))
            .toList();
    return dated.isEmpty() ? bearing : dated;
  }

  private static boolean agreesInDate(PrecedingInvoice named, Invoice invoice) {
    return named.issueDate() == null || named.issueDate().equals(invoice.issueDate());
  }

  private static String saying(Invoice note, PrecedingInvoice named) {
    return "credit note " + note.number() + " names invoice " + named.number();
  }

  private static String key(String number) {
    String compact = Text.compact(number);
    return compact.isEmpty() ? number : compact;
  }
}
