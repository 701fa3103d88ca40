package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.dunlin.sandbox.program.books.SalesDocument.Kind;

/** {@code /CreditNotes}. */
final class XeroCreditNotes {
  private final Books books;
  private final XeroEnvelope envelope;
  private final XeroDocumentJson json;
  private final XeroDrafts drafts;

  XeroCreditNotes(Books books, XeroEnvelope envelope, XeroDrafts drafts) {
    this.books = books;
    this.envelope = envelope;
    this.json = new XeroDocumentJson(books);
    this.drafts = drafts;
  }

  void serve(XeroApi api) {
    api.get("/CreditNotes", this::list);
    api.get("/CreditNotes/{id}", this::one);
    api.get("/CreditNotes/{id}/pdf", ask -> XeroPaper.of(books, find(ask.variable("id"))));
    api.write("/CreditNotes", ask -> XeroBody.written(ask, envelope, "CreditNotes", this::write));
    new XeroAllocations(books, envelope).serve(api, "CreditNotes");
  }

  private Reply list(Ask ask) {
    List<SalesDocument> notes = books.documents().all(d -> !d.isInvoice());
    return new XeroListing(envelope).of(ask, "CreditNotes", notes, json::creditNote);
  }

  private Reply one(Ask ask) {
    SalesDocument note = find(ask.variable("id"));
    return XeroPaper.wanted(ask)
        ? XeroPaper.of(books, note)
        : envelope.one("CreditNotes", json.creditNote(note, true));
  }

  private ObjectNode write(ObjectNode sent) {
    SalesDocument note =
        drafts.write(Kind.CREDIT_NOTE, XeroBody.text(sent, "CreditNoteID").map(this::find), sent);
    return json.creditNote(note, true);
  }

  private SalesDocument find(String idOrNumber) {
    return books
        .documents()
        .all(
            d ->
                !d.isInvoice()
                    && (d.id().toString().equalsIgnoreCase(idOrNumber)
                        || d.draft().number().equals(idOrNumber)))
        .stream()
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("No credit note."));
  }
}
