package org.dunlin.sandbox.program.xero;

import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.SalesDocument.Kind;

/** {@code /CreditNotes}. */
final class XeroCreditNotes {
  private final Books books;
  private final XeroEnvelope envelope;
  private final XeroFiled filed;

  XeroCreditNotes(Books books, XeroEnvelope envelope, XeroDrafts drafts) {
    this.books = books;
    this.envelope = envelope;
    this.filed =
        new XeroFiled(Kind.CREDIT_NOTE, "CreditNotes", "CreditNoteID", books, envelope, drafts);
  }

  void serve(XeroApi api) {
    api.get("/CreditNotes", ask -> filed.list(ask, note -> true));
    filed.serve(api);
    new XeroAllocations(books, envelope).serve(api, "CreditNotes");
  }
}
