package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.dunlin.sandbox.program.books.SalesDocument.Kind;

/** What invoices and credit notes have in common: lists, single ones, their paper, changes. */
final class XeroFiled {
  private final Kind kind;
  private final String name;
  private final String idName;
  private final Books books;
  private final XeroEnvelope envelope;
  private final XeroDocumentJson json;
  private final XeroDrafts drafts;

  /**
   * @param name of the list, and of the path
   * @param idName of the field with the id
   */
  XeroFiled(
      Kind kind,
      String name,
      String idName,
      Books books,
      XeroEnvelope envelope,
      XeroDrafts drafts) {
    this.kind = kind;
    this.name = name;
    this.idName = idName;
    this.books = books;
    this.envelope = envelope;
    this.json = new XeroDocumentJson(books);
    this.drafts = drafts;
  }

  /** Serves single ones, their paper, and what is written; lists are each of their own. */
  void serve(XeroApi api) {
    api.get("/" + name + "/{id}", this::one);
    api.get("/" + name + "/{id}/pdf", ask -> XeroPaper.of(books, find(ask.variable("id"))));
    api.write("/" + name, ask -> XeroBody.written(ask, envelope, name, this::write));
  }

  /** A list of those that fit. */
  Reply list(Ask ask, Predicate<SalesDocument> fits) {
    List<SalesDocument> found = books.documents().all(d -> isOne(d) && fits.test(d));
    return new XeroListing(envelope).of(ask, name, found, this::json);
  }

  ObjectNode write(ObjectNode sent) {
    Optional<SalesDocument> known = XeroBody.text(sent, idName).map(this::find);
    return json(drafts.write(kind, known, sent), true);
  }

  /** By id or number, as Xero finds it. */
  SalesDocument find(String idOrNumber) {
    return books
        .documents()
        .all(
            d ->
                isOne(d)
                    && (d.id().toString().equalsIgnoreCase(idOrNumber)
                        || d.draft().number().equals(idOrNumber)))
        .stream()
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("There is none in " + name + "."));
  }

  private Reply one(Ask ask) {
    SalesDocument document = find(ask.variable("id"));
    return XeroPaper.wanted(ask)
        ? XeroPaper.of(books, document)
        : envelope.one(name, json(document, true));
  }

  private ObjectNode json(SalesDocument document, boolean full) {
    return switch (kind) {
      case INVOICE -> json.invoice(document, full);
      case CREDIT_NOTE -> json.creditNote(document, full);
    };
  }

  private boolean isOne(SalesDocument document) {
    return document.isInvoice() == (kind == Kind.INVOICE);
  }
}
