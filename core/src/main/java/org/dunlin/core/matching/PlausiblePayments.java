package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What could settle which open invoices without having been allocated yet, so that nobody is
 * reminded of what may be paid already. Far more is plausible than matching would even suggest: the
 * payer may be the customer, the amount may pay one invoice, two, or all of a customer, a credit
 * note of the customer may cover the rest, or matching proposes it; always in one currency, and
 * never a pair that a person refused. Whose payer is clearly known, by account, name or a
 * structured reference, is not held against customers whom it does not name, though they may owe
 * the amount; and what comes from an account of the company itself is no customer's.
 */
public final class PlausiblePayments {
  private final OpenDocuments documents;
  private final Map<String, List<OpenDocument>> invoices = new HashMap<>();
  private final Map<String, List<OpenDocument>> creditNotes = new HashMap<>();
  private final LedgerView view;
  private final PlausiblePayers payers;
  private final OpenSums sums;
  private final Matcher matcher;
  private final BiConsumer<String, String> found;

  /**
   * For payments that come by and by, where they are too many to be held at once; those among the
   * facts are not looked at. What credit notes could settle is said at once.
   *
   * @param facts after matching: what is open now, credit notes among the documents
   * @param found takes an invoice's id and that of a payment or credit note that could settle it,
   *     more than once where more than one thing speaks for it
   */
  public PlausiblePayments(MatchFacts facts, BiConsumer<String, String> found) {
    this(facts, List.of(), found);
  }

  /** The same where it is known which accounts paid for whom before. */
  public PlausiblePayments(
      MatchFacts facts, List<History.KnownPayer> known, BiConsumer<String, String> found) {
    this.found = found;
    documents = new OpenDocuments(facts);
    for (OpenDocument candidate : facts.documents()) {
      Map<String, List<OpenDocument>> kind =
          candidate.document().kind() == InvoiceKind.INVOICE ? invoices : creditNotes;
      kind.computeIfAbsent(candidate.document().customerId(), id -> new ArrayList<>())
          .add(candidate);
    }
    view = facts.view(known);
    payers = new PlausiblePayers(view, facts.customers());
    sums = new OpenSums(invoices);
    matcher = new Matcher(view);
    invoices.keySet().forEach(this::addCreditNotes);
    matcher.credits().forEach(this::note);
  }

  /**
   * The ids of the payments and credit notes that could settle an invoice, by invoice id; an
   * invoice that none could settle is not there. Both are in the order of their ids.
   *
   * @param facts after matching: what is open and unallocated now, credit notes among the documents
   */
  public static Map<String, List<String>> of(MatchFacts facts) {
    Map<String, Set<String>> plausible = new TreeMap<>();
    new PlausiblePayments(
            facts,
            (invoice, settledBy) ->
                plausible.computeIfAbsent(invoice, id -> new TreeSet<>()).add(settledBy))
        .next(facts.payments().stream().sorted(Matcher.IN_BOOKING_ORDER).toList());
    Map<String, List<String>> lists = new TreeMap<>();
    plausible.forEach((invoice, payments) -> lists.put(invoice, List.copyOf(payments)));
    return lists;
  }

  /** Takes the payments that follow in booking order, as {@link Matcher#next} does. */
  public void next(List<UnallocatedPayment> payments) {
    List<UnallocatedPayment> counting =
        payments.stream()
            .filter(Incoming::counts)
            .filter(each -> !view.ownAccount(each.payment().payerAccount()))
            .toList();
    Map<Money, List<Invoice>> payable =
        sums.payableWith(counting.stream().map(UnallocatedPayment::unallocated).toList());
    for (UnallocatedPayment candidate : counting) {
      add(
          candidate,
          payable.getOrDefault(candidate.unallocated(), List.of()),
          payers.of(candidate));
    }
    noteOwnCurrency(payments);
  }

  private void add(
      UnallocatedPayment candidate, List<Invoice> payable, PlausiblePayers.Found from) {
    List<Invoice> settled = new ArrayList<>();
    for (Invoice invoice : payable) {
      if (!from.clear() || from.meant().contains(invoice.customerId())) {
        settled.add(invoice);
      }
    }
    for (String customer : from.payers()) {
      invoices.getOrDefault(customer, List.of()).forEach(each -> settled.add(each.document()));
    }
    for (Invoice invoice : settled) {
      if (documents.payable(invoice, candidate.payment())) {
        note(invoice.id(), candidate.payment().id());
      }
    }
  }

  /** A customer deducts its credit notes by itself: what they can cover is not asked for. */
  private void addCreditNotes(String customer) {
    List<OpenDocument> notes = creditNotes.getOrDefault(customer, List.of());
    for (OpenDocument invoice : invoices.getOrDefault(customer, List.of())) {
      List<OpenDocument> deductible =
          notes.stream()
              .filter(note -> documents.creditable(invoice.document(), note.document()))
              .toList();
      if (!deductible.isEmpty()
          && !Money.total(deductible.stream().map(OpenDocument::open).toList())
              .isLessThan(invoice.open())) {
        deductible.forEach(note -> note(invoice.document().id(), note.document().id()));
      }
    }
  }

  private void note(String invoiceId, String settledBy) {
    found.accept(invoiceId, settledBy);
  }

  /** Which amount of another currency would settle an invoice, nobody here knows. */
  private void noteOwnCurrency(List<UnallocatedPayment> payments) {
    Map<String, CurrencyUnit> currencies = new HashMap<>();
    for (UnallocatedPayment each : payments) {
      currencies.put(each.payment().id(), each.unallocated().getCurrencyUnit());
    }
    for (Allocation line : matcher.next(payments)) {
      CurrencyUnit paid = currencies.get(line.paymentId());
      if (paid == null || paid.equals(line.amount().getCurrencyUnit())) {
        note(line);
      }
    }
  }

  private void note(Allocation line) {
    String by = line.paymentId() == null ? line.creditNoteId() : line.paymentId();
    note(line.invoiceId(), String.valueOf(by));
  }
}
