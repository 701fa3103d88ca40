package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Application;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.SalesDocument;

/** {@code …/Allocations}: what of a credit note or deposit settles which invoice. */
final class XeroAllocations {
  private final Books books;
  private final XeroEnvelope envelope;
  private final XeroDocumentJson json;

  XeroAllocations(Books books, XeroEnvelope envelope) {
    this.books = books;
    this.envelope = envelope;
    this.json = new XeroDocumentJson(books);
  }

  void serve(XeroApi api, String of) {
    api.put(
        "/" + of + "/{id}/Allocations",
        ask ->
            XeroBody.written(ask, envelope, "Allocations", sent -> allocate(ask.id("id"), sent)));
    api.delete("/" + of + "/{id}/Allocations/{allocation}", this::delete);
  }

  private ObjectNode allocate(UUID from, ObjectNode sent) {
    UUID id =
        XeroBody.id(sent.path("Invoice"), "InvoiceID")
            .orElseThrow(() -> new Refusal(400, "An Invoice must be specified"));
    SalesDocument invoice = books.documents().get(id);
    Application made =
        books.apply(
            from,
            id,
            XeroFormats.money(invoice.currency(), sent.path("Amount")),
            XeroFormats.date(XeroBody.needed(sent, "Date")));
    return json.allocation(made);
  }

  private Reply delete(Ask ask) {
    UUID id = ask.id("allocation");
    Application application =
        books.applications().find(id).orElseThrow(() -> Refusal.notFound("No allocation."));
    ObjectNode gone = json.allocation(application).put("IsDeleted", true);
    books.unapply(id);
    return Reply.json(gone);
  }
}
