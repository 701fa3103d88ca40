package org.dunlin.sandbox.program.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.dunlin.sandbox.program.books.Application;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Contact;
import org.dunlin.sandbox.program.books.Draft;
import org.dunlin.sandbox.program.books.Receipt;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.dunlin.sandbox.program.books.Stamp;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What customers are to pay, in terms: a payment of a part splits a term in one that is matched and
 * one that is open. What is owed by a customer is negative here, what is owed to one positive.
 */
final class ExactTerms {
  private static final int OPEN = 20;
  private static final int MATCHED = 50;

  private final Books books;
  private final ExactCompany company;
  private final Map<UUID, String> descriptions = new ConcurrentHashMap<>();

  /** A part of a document, or money without a document. */
  private record Part(UUID id, Stamp stamp, Money amount, int status, @Nullable LocalDate paidOn) {}

  ExactTerms(Books books, ExactCompany company) {
    this.books = books;
    this.company = company;
  }

  /** Says something about a term, which a bank export may hold. */
  void describe(UUID term, String description) {
    descriptions.put(term, description);
  }

  List<ObjectNode> rows() {
    List<ObjectNode> rows = new ArrayList<>();
    for (SalesDocument document : books.documents().all(SalesDocument::stands)) {
      parts(document).forEach(part -> rows.add(row(document, part).json()));
    }
    for (Receipt receipt : books.receipts().all(r -> !r.deleted())) {
      rows.add(received(receipt).json());
    }
    return rows;
  }

  private List<Part> parts(SalesDocument document) {
    List<Part> parts = new ArrayList<>();
    for (Receipt receipt : books.sums().payments(document)) {
      parts.add(matched(receipt.id(), receipt.stamp(), receipt.amount(), receipt.on()));
    }
    for (Application application : books.sums().applications(document)) {
      UUID id = company.id(application.id() + (document.isInvoice() ? " debit" : " credit"));
      parts.add(matched(id, application.stamp(), application.amount(), application.on()));
    }
    Money open = books.sums().open(document);
    if (!open.isZero()) {
      parts.add(new Part(document.id(), document.stamp(), open, OPEN, null));
    } else if (!parts.isEmpty()) {
      // What was open last keeps its id.
      Part last = parts.removeLast();
      parts.add(new Part(document.id(), document.stamp(), last.amount(), MATCHED, last.paidOn()));
    }
    return parts;
  }

  private static Part matched(UUID id, Stamp stamp, Money amount, LocalDate on) {
    return new Part(id, stamp, amount, MATCHED, on);
  }

  private Row row(SalesDocument document, Part part) {
    Draft draft = document.draft();
    LocalDate due = draft.due() == null ? draft.issued() : draft.due();
    int number = ExactNumbers.of(document);
    Money total = document.isInvoice() ? document.total().negated() : document.total();
    Money amount = document.isInvoice() ? part.amount().negated() : part.amount();
    return term(part.id(), part.stamp(), draft.contact(), amount, part.status(), part.paidOn())
        .put("Description", descriptions.getOrDefault(document.id(), draft.number()))
        .put("DueDate", due)
        .put("TransactionDueDate", due)
        .put("InvoiceDate", draft.issued())
        .put("EntryDate", draft.issued())
        .put("InvoiceNumber", number)
        .put("EntryNumber", number)
        .put("EntryID", company.id("term " + part.id()))
        .put("Journal", ExactCompany.SALES)
        .put("JournalDescription", "Verkoopboek")
        .put("PaymentReference", draft.paymentReference())
        .put("YourRef", draft.reference())
        .put("TransactionAmountDC", total)
        .put("TransactionAmountFC", total)
        .put("TransactionEntryID", company.id("entry " + document.id()))
        .put("TransactionID", company.id("entry line " + document.id() + " 0"))
        .put("TransactionType", document.isInvoice() ? 20 : 21);
  }

  /** Money: matched with the invoice that it pays, or open where nobody knows what it pays. */
  private Row received(Receipt receipt) {
    int entry = Math.toIntExact(receipt.stamp().serial());
    SalesDocument paid =
        receipt.document() == null ? null : books.documents().find(receipt.document()).orElse(null);
    UUID id = paid == null ? receipt.id() : company.id("money " + receipt.id());
    int status = paid == null ? OPEN : MATCHED;
    LocalDate on = paid == null ? null : receipt.on();
    Row row = term(id, receipt.stamp(), receipt.contact(), receipt.amount(), status, on);
    if (paid != null) {
      row.put("InvoiceNumber", ExactNumbers.of(paid));
    }
    return row.put("Description", receipt.reference())
        .put("DueDate", receipt.on())
        .put("InvoiceDate", receipt.on())
        .put("EntryDate", receipt.on())
        .put("EntryNumber", entry)
        .put("EntryID", company.id("term " + receipt.id()))
        .put("Journal", ExactCompany.BANK)
        .put("TransactionAmountDC", receipt.amount())
        .put("TransactionAmountFC", receipt.amount())
        .put("TransactionEntryID", company.id("entry " + receipt.id()))
        .put("TransactionID", company.id("entry line " + receipt.id() + " 1"))
        .put("TransactionType", 40);
  }

  private Row term(
      UUID id, Stamp stamp, UUID contactId, Money amount, int status, @Nullable LocalDate paidOn) {
    Contact contact = books.contacts().get(contactId);
    return Row.of(company, stamp)
        .timestamp(stamp, amount.isPositive() ? 1 : 0)
        .put("ID", id)
        .put("Account", contact.id())
        .put("AccountCode", ExactAccounts.code(contact))
        .put("AccountName", contact.customer().name())
        .put("AmountDC", amount)
        .put("AmountFC", amount)
        .put("Currency", amount.getCurrencyUnit().getCode())
        .put("RateFC", 1)
        .put("GLAccount", company.id("1300"))
        .put("GLAccountCode", "1300")
        .put("IsFullyPaid", status == MATCHED)
        .put("LastPaymentDate", paidOn)
        .put("EndDate", paidOn)
        .put("PaymentMethod", "B")
        .put("Status", status)
        .put("Source", 1)
        .put("TransactionStatus", 50)
        .put("TransactionIsReversal", false)
        .put("LineType", 20);
  }
}
