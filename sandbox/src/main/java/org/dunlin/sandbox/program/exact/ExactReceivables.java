package org.dunlin.sandbox.program.exact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Contact;
import org.dunlin.sandbox.program.books.Debts;
import org.dunlin.sandbox.program.books.Receipt;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.joda.money.Money;

/** Receivables as terms, singly, in bulk and by sync, and the list of what is open. */
final class ExactReceivables {
  private static final String SINGLE = "cashflow/Receivables";

  private final Books books;
  private final ExactTerms terms;

  ExactReceivables(Books books, ExactCompany company) {
    this.books = books;
    this.terms = new ExactTerms(books, company);
  }

  void serve(ExactApi api) {
    EntitySet single =
        new EntitySet(SINGLE, "Cashflow.Receivable", "ID", EntitySet.SINGLE, terms::rows);
    api.rows(single);
    api.on("PUT", SINGLE + "({key})", ask -> change(single, ask));
    api.rows(
        new EntitySet(
            "bulk/Cashflow/Receivables", "Cashflow.Receivable", "ID", EntitySet.BULK, terms::rows));
    api.rows(
        new EntitySet(
            "sync/Cashflow/PaymentTerms",
            "Cashflow.SyncPaymentTerm",
            "Timestamp",
            EntitySet.BULK,
            () -> ExactApi.byTimestamp(terms.rows())));
    api.rows(
        new EntitySet(
            "read/financial/ReceivablesList",
            "Financial.ReceivablesList",
            "HID",
            EntitySet.SINGLE,
            this::open));
    api.rows(
        new EntitySet(
            "read/financial/AgingReceivablesList",
            "Financial.AgingReceivablesList",
            "AccountId",
            EntitySet.SINGLE,
            this::aging));
  }

  /**
   * By account, less money of which it is not known what it pays, and in one group: how old what is
   * owed is, these books do not ask.
   */
  private List<ObjectNode> aging() {
    Map<UUID, Money> owed =
        new LinkedHashMap<>(Debts.of(books.documents().all(), books.sums(), LocalDate.MIN).open());
    for (Receipt receipt : books.receipts().all(r -> !r.deleted() && r.document() == null)) {
      owed.merge(receipt.contact(), receipt.amount().negated(), Money::plus);
    }
    return owed.entrySet().stream()
        .filter(debt -> !debt.getValue().isZero())
        .map(debt -> aging(books.contacts().get(debt.getKey()), debt.getValue()))
        .toList();
  }

  private ObjectNode aging(Contact contact, Money amount) {
    return new Row()
        .put("AccountId", contact.id())
        .put("AccountCode", ExactAccounts.code(contact))
        .put("AccountName", contact.customer().name())
        .put("AgeGroup1", 30)
        .put("AgeGroup1Amount", amount)
        .put("AgeGroup1Description", "0 - 30")
        .put("CurrencyCode", amount.getCurrencyUnit().getCode())
        .put("TotalAmount", amount)
        .json();
  }

  private Reply change(EntitySet set, Ask ask) {
    UUID id = UUID.fromString(ExactApi.find(set, ExactApi.key(ask)).path("ID").asText());
    JsonNode sent = ask.json();
    if (books.documents().find(id).isEmpty()) {
      throw new Refusal(400, "This receivable cannot be changed.");
    }
    if (sent.hasNonNull("Description")) {
      terms.describe(id, sent.path("Description").asText());
      books.touch();
    }
    if (sent.hasNonNull("DueDate")) {
      books.changeDocument(
          id, d -> d.with(d.draft().withDue(ExactDates.of(sent.path("DueDate").asText()))));
    } else {
      books.changeDocument(id, d -> d);
    }
    return Reply.empty(204);
  }

  private List<ObjectNode> open() {
    return books.documents().all(d -> !books.sums().open(d).isZero()).stream()
        .map(this::open)
        .toList();
  }

  /** In this list what is owed by a customer is positive. */
  private ObjectNode open(SalesDocument document) {
    Contact contact = books.contacts().get(document.draft().contact());
    Money open = books.sums().open(document);
    return new Row()
        .put("HID", Long.toString(document.stamp().serial()))
        .put("Id", document.id())
        .put("AccountCode", ExactAccounts.code(contact))
        .put("AccountId", contact.id())
        .put("AccountName", contact.customer().name())
        .put("Amount", document.isInvoice() ? open : open.negated())
        .put("AmountInTransit", 0)
        .put("CurrencyCode", document.currency().getCode())
        .put("Description", document.draft().number())
        .put("DueDate", document.draft().due())
        .put("InvoiceDate", document.draft().issued())
        .put("InvoiceNumber", ExactNumbers.of(document))
        .put("EntryNumber", ExactNumbers.of(document))
        .put("JournalCode", ExactCompany.SALES)
        .put("JournalDescription", "Verkoopboek")
        .put("YourRef", document.draft().reference())
        .json();
  }
}
