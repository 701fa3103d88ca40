package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.dunlin.sandbox.program.books.SalesDocument.Kind;

/** {@code /Invoices}: lists, single ones, their paper, their address online, changes. */
final class XeroInvoices {
  private final Books books;
  private final XeroEnvelope envelope;
  private final XeroDocumentJson json;
  private final XeroDrafts drafts;

  XeroInvoices(Books books, XeroEnvelope envelope, XeroDrafts drafts) {
    this.books = books;
    this.envelope = envelope;
    this.json = new XeroDocumentJson(books);
    this.drafts = drafts;
  }

  void serve(XeroApi api) {
    api.get("/Invoices", this::list);
    api.get("/Invoices/{id}", this::one);
    api.get("/Invoices/{id}/pdf", ask -> XeroPaper.of(books, find(ask.variable("id"))));
    api.get("/Invoices/{id}/OnlineInvoice", this::online);
    api.write("/Invoices", ask -> XeroBody.written(ask, envelope, "Invoices", this::write));
    api.post(
        "/Invoices/{id}",
        ask ->
            XeroBody.written(
                ask,
                envelope,
                "Invoices",
                sent -> write(sent.deepCopy().put("InvoiceID", ask.variable("id")))));
  }

  private Reply list(Ask ask) {
    List<String> statuses = XeroContacts.ids(ask.query("Statuses"));
    List<String> ids = XeroContacts.ids(ask.query("IDs"));
    List<String> numbers = XeroContacts.ids(ask.query("InvoiceNumbers"));
    List<String> contacts = XeroContacts.ids(ask.query("ContactIDs"));
    List<SalesDocument> invoices =
        books
            .documents()
            .all(
                d ->
                    d.isInvoice()
                        && fits(statuses, () -> json.status(d))
                        && fits(ids, () -> d.id().toString())
                        && fits(numbers, () -> d.draft().number())
                        && fits(contacts, () -> d.draft().contact().toString()));
    return new XeroListing(envelope).of(ask, "Invoices", invoices, json::invoice);
  }

  private static boolean fits(List<String> wanted, Supplier<String> value) {
    return wanted.isEmpty() || wanted.contains(value.get().toLowerCase(Locale.ROOT));
  }

  private Reply one(Ask ask) {
    SalesDocument invoice = find(ask.variable("id"));
    return XeroPaper.wanted(ask)
        ? XeroPaper.of(books, invoice)
        : envelope.one("Invoices", json.invoice(invoice, true));
  }

  private Reply online(Ask ask) {
    ObjectNode address = Json.object();
    address.put("OnlineInvoiceUrl", "https://in.xero.com/" + find(ask.variable("id")).id());
    return envelope.one("OnlineInvoices", address);
  }

  private ObjectNode write(ObjectNode sent) {
    Optional<SalesDocument> known = XeroBody.text(sent, "InvoiceID").map(this::find);
    return json.invoice(drafts.write(Kind.INVOICE, known, sent), true);
  }

  /** By id or number, as Xero finds it. */
  private SalesDocument find(String idOrNumber) {
    return books
        .documents()
        .all(
            d ->
                d.isInvoice()
                    && (d.id().toString().equalsIgnoreCase(idOrNumber)
                        || d.draft().number().equals(idOrNumber)))
        .stream()
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("No invoice."));
  }
}
