package org.dunlin.sandbox.program.moneybird;

import java.time.Clock;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Draft;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.dunlin.sandbox.program.books.SalesDocument.Kind;
import org.dunlin.sandbox.program.books.SalesDocument.State;
import org.joda.money.Money;

/** Credit invoices: one made from an invoice, and what is open of it set against the invoice. */
final class MoneybirdCredits {
  private final Books books;
  private final MoneybirdInvoiceJson json;

  MoneybirdCredits(Books books, MoneybirdApi api, Clock clock) {
    this.books = books;
    this.json = new MoneybirdInvoiceJson(books, api.company(), clock);
  }

  void serve(MoneybirdApi api) {
    api.on("PATCH", "sales_invoices/{id}/duplicate_creditinvoice", this::duplicate);
    api.on("PATCH", "sales_invoices/{id}/register_payment_creditinvoice", this::settle);
  }

  private Reply duplicate(Ask ask) {
    SalesDocument invoice = MoneybirdIds.get(books.documents(), ask.variable("id"));
    Draft draft = invoice.draft();
    Draft credit =
        new Draft(
            draft.number() + "-C",
            draft.contact(),
            json.today(),
            null,
            draft.currency(),
            draft.items(),
            draft.reference(),
            null,
            invoice.id());
    SalesDocument made = books.addDocument(Kind.CREDIT_NOTE, State.DRAFT, credit);
    return Reply.json(json.of(made));
  }

  private Reply settle(Ask ask) {
    SalesDocument note = MoneybirdIds.get(books.documents(), ask.variable("id"));
    if (note.isInvoice() || note.draft().credits() == null) {
      throw new Refusal(400, "Invoice is not a credit invoice");
    }
    SalesDocument invoice = books.documents().get(note.draft().credits());
    Money open = books.sums().open(note);
    Money most = books.sums().open(invoice);
    Money amount = open.isGreaterThan(most) ? most : open;
    books.apply(note.id(), invoice.id(), amount, json.today());
    return Reply.json(json.of(books.documents().get(note.id())));
  }
}
