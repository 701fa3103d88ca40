package org.dunlin.sandbox.program.xero;

import java.util.List;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Deposit;

/** {@code /Overpayments} and {@code /Prepayments}. */
final class XeroDeposits {
  private final Books books;
  private final XeroEnvelope envelope;
  private final XeroMoneyJson json;

  XeroDeposits(Books books, XeroCompany company, XeroEnvelope envelope) {
    this.books = books;
    this.envelope = envelope;
    this.json = new XeroMoneyJson(books, company);
  }

  void serve(XeroApi api) {
    serve(api, "Overpayments", Deposit.Kind.OVERPAYMENT);
    serve(api, "Prepayments", Deposit.Kind.PREPAYMENT);
  }

  private void serve(XeroApi api, String name, Deposit.Kind kind) {
    api.get("/" + name, ask -> list(ask, name, kind));
    api.get("/" + name + "/{id}", ask -> one(ask, name, kind));
    new XeroAllocations(books, envelope).serve(api, name);
  }

  private Reply list(Ask ask, String name, Deposit.Kind kind) {
    List<Deposit> deposits = books.deposits().all(deposit -> deposit.kind() == kind);
    return new XeroListing(envelope)
        .of(ask, name, deposits, (deposit, full) -> json.deposit(deposit));
  }

  private Reply one(Ask ask, String name, Deposit.Kind kind) {
    Deposit deposit =
        books
            .deposits()
            .find(ask.id("id"))
            .filter(found -> found.kind() == kind)
            .orElseThrow(() -> Refusal.notFound("No such deposit."));
    return envelope.one(name, json.deposit(deposit));
  }
}
