package org.dunlin.sandbox.program.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Contact;
import org.dunlin.sandbox.program.books.Draft;
import org.dunlin.sandbox.program.books.Item;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.dunlin.sandbox.program.books.SalesDocument.State;
import org.joda.money.Money;

/** {@code salesinvoice/SalesInvoices}, and their sync, which has a row for each line. */
final class ExactInvoices {
  private final Books books;
  private final ExactCompany company;

  ExactInvoices(Books books, ExactCompany company) {
    this.books = books;
    this.company = company;
  }

  void serve(ExactApi api) {
    api.rows(
        new EntitySet(
            "salesinvoice/SalesInvoices",
            "SalesInvoice",
            "InvoiceID",
            EntitySet.SINGLE,
            () -> shown(books).stream().map(d -> head(d).json()).toList()));
    api.rows(
        new EntitySet(
            "sync/SalesInvoice/SalesInvoices",
            "SyncSalesInvoice",
            "Timestamp",
            EntitySet.BULK,
            () -> ExactApi.byTimestamp(lines())));
  }

  /** What was voided or deleted is not shown any more. */
  static List<SalesDocument> shown(Books books) {
    return books.documents().all(d -> d.state() == State.APPROVED || d.state() == State.DRAFT);
  }

  private List<ObjectNode> lines() {
    List<ObjectNode> rows = new ArrayList<>();
    for (SalesDocument document : shown(books)) {
      int number = 0;
      for (Item item : document.draft().items()) {
        number++;
        rows.add(
            head(document)
                .timestamp(document.stamp(), number)
                .put("ID", company.id(document.id() + " line " + number))
                .put("LineNumber", number)
                .put("ItemDescription", item.description())
                .put("Quantity", item.quantity())
                .put("UnitPrice", item.price())
                .put("NetPrice", item.price())
                .put("VATPercentage", item.taxPercent().movePointLeft(2))
                .json());
      }
    }
    return rows;
  }

  private Row head(SalesDocument document) {
    Draft draft = document.draft();
    Contact contact = books.contacts().get(draft.contact());
    boolean processed = document.state() == State.APPROVED;
    boolean invoice = document.isInvoice();
    Row row =
        Row.of(company, document.stamp())
            .put("InvoiceID", document.id())
            .put("AmountDC", signed(document))
            .put("AmountFC", signed(document))
            .put("Currency", document.currency().getCode())
            .put("Description", draft.number())
            .put("DueDate", draft.due() == null ? draft.issued() : draft.due())
            .put("InvoiceDate", draft.issued())
            .put("OrderDate", draft.issued())
            .put("InvoiceTo", contact.id())
            .put("InvoiceToName", contact.customer().name())
            .put("OrderedBy", contact.id())
            .put("OrderedByName", contact.customer().name())
            .put("DeliverTo", contact.id())
            .put("DeliverToName", contact.customer().name())
            .put("Journal", ExactCompany.SALES)
            .put("JournalDescription", "Verkoopboek")
            .put("OrderNumber", Math.toIntExact(document.stamp().serial()))
            .put("PaymentReference", draft.paymentReference())
            .put("YourRef", draft.reference())
            .put("Document", books.paper(document.id()).isPresent() ? document.id() : null)
            .put("Status", processed ? 50 : 20)
            .put("StatusDescription", processed ? "Verwerkt" : "Open")
            .put("Type", invoice ? 8020 : 8021)
            .put("TypeDescription", invoice ? "Verkoopfactuur" : "Creditnota")
            .put("VATAmountDC", invoice ? document.tax() : document.tax().negated())
            .put("VATAmountFC", invoice ? document.tax() : document.tax().negated());
    return processed ? row.put("InvoiceNumber", ExactNumbers.of(document)) : row;
  }

  /** A credit note is negative. */
  private static Money signed(SalesDocument document) {
    return document.isInvoice() ? document.total() : document.total().negated();
  }
}
