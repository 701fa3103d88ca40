package org.dunlin.sandbox.program.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Contact;
import org.dunlin.sandbox.program.books.Draft;
import org.dunlin.sandbox.program.books.Receipt;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.dunlin.sandbox.program.books.Stamp;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Lines of the ledger: what customers owe (1300), what was sold (8000), the bank (1100). */
final class ExactTransactions {
  private final Books books;
  private final ExactCompany company;
  private final ExactJournals journals;

  ExactTransactions(Books books, ExactCompany company, ExactJournals journals) {
    this.books = books;
    this.company = company;
    this.journals = journals;
  }

  void serve(ExactApi api) {
    api.rows(
        new EntitySet(
            "financialtransaction/TransactionLines",
            "TransactionLine",
            "ID",
            EntitySet.SINGLE,
            this::rows));
    api.rows(
        new EntitySet(
            "sync/Financial/TransactionLines",
            "SyncTransactionLine",
            "Timestamp",
            EntitySet.BULK,
            () -> ExactApi.byTimestamp(rows())));
  }

  private List<ObjectNode> rows() {
    List<ObjectNode> rows = new ArrayList<>();
    for (SalesDocument document : books.documents().all(SalesDocument::stands)) {
      rows.add(sold(document, 0, "1300", signed(document, document.total())).json());
      rows.add(sold(document, 1, "8000", signed(document, document.net()).negated()).json());
      rows.add(sold(document, 2, "1500", signed(document, document.tax()).negated()).json());
    }
    for (Receipt receipt : books.receipts().all(r -> !r.deleted())) {
      rows.add(paid(receipt, 0, "1100", receipt.amount()).json());
      rows.add(paid(receipt, 1, "1300", receipt.amount().negated()).json());
    }
    return rows;
  }

  private static Money signed(SalesDocument document, Money amount) {
    return document.isInvoice() ? amount : amount.negated();
  }

  private Row sold(SalesDocument document, int line, String account, Money amount) {
    Draft draft = document.draft();
    int number = ExactNumbers.of(document);
    return line(document.stamp(), document.id(), line, account, amount, draft.contact())
        .put("Date", draft.issued())
        .put("DueDate", draft.due())
        .put("Description", draft.number())
        .put("EntryNumber", number)
        .put("InvoiceNumber", number)
        .put("JournalCode", ExactCompany.SALES)
        .put("PaymentReference", draft.paymentReference())
        .put("YourRef", draft.reference())
        .put("Type", document.isInvoice() ? 20 : 21);
  }

  private Row paid(Receipt receipt, int line, String account, Money amount) {
    Row row =
        line(receipt.stamp(), receipt.id(), line, account, amount, receipt.contact())
            .put("Date", receipt.on())
            .put("Description", receipt.reference())
            .put("EntryNumber", Math.toIntExact(receipt.stamp().serial()))
            .put("JournalCode", journals.of(receipt))
            .put("Type", 40);
    SalesDocument document = document(receipt);
    return document == null
        ? row
        : row.put("InvoiceNumber", ExactNumbers.of(document))
            .put("OffsetID", company.id("entry line " + document.id() + " 0"));
  }

  private @Nullable SalesDocument document(Receipt receipt) {
    return receipt.document() == null
        ? null
        : books.documents().find(receipt.document()).orElse(null);
  }

  private Row line(Stamp stamp, UUID of, int line, String account, Money amount, UUID contactId) {
    Contact contact = books.contacts().get(contactId);
    return Row.of(company, stamp)
        .timestamp(stamp, line)
        .put("ID", company.id("entry line " + of + " " + line))
        .put("EntryID", company.id("entry " + of))
        .put("LineNumber", line)
        .put("Account", contact.id())
        .put("AccountCode", ExactAccounts.code(contact))
        .put("AccountName", contact.customer().name())
        .put("AmountDC", amount)
        .put("AmountFC", amount)
        .put("Currency", amount.getCurrencyUnit().getCode())
        .put("GLAccount", company.id(account))
        .put("GLAccountCode", account)
        .put("LineType", 0)
        .put("Status", 50);
  }
}
