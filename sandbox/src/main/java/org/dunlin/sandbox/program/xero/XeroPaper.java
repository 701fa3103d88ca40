package org.dunlin.sandbox.program.xero;

import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.SalesDocument;

/** The PDF of a document. */
final class XeroPaper {
  private static final String PDF = "application/pdf";

  private XeroPaper() {}

  static boolean wanted(Ask ask) {
    return ask.header("Accept").orElse("").contains(PDF);
  }

  static Reply of(Books books, SalesDocument document) {
    byte[] pdf =
        books.paper(document.id()).orElseThrow(() -> Refusal.notFound("There is no paper."));
    return Reply.of(200, PDF, pdf);
  }
}
