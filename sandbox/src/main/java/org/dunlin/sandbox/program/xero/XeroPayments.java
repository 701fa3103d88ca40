package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Receipt;
import org.dunlin.sandbox.program.books.SalesDocument;

/** {@code /Payments}: PUT and POST make them, POST with {@code DELETED} takes one back. */
final class XeroPayments {
  private final Books books;
  private final XeroCompany company;
  private final XeroEnvelope envelope;
  private final XeroMoneyJson json;

  XeroPayments(Books books, XeroCompany company, XeroEnvelope envelope) {
    this.books = books;
    this.company = company;
    this.envelope = envelope;
    this.json = new XeroMoneyJson(books, company);
  }

  void serve(XeroApi api) {
    api.get("/Payments", this::list);
    api.get("/Payments/{id}", this::one);
    api.write("/Payments", ask -> XeroBody.written(ask, envelope, "Payments", this::make));
    api.post("/Payments/{id}", this::delete);
  }

  private Reply list(Ask ask) {
    List<Receipt> payments = books.receipts().all(receipt -> receipt.document() != null);
    return new XeroListing(envelope)
        .of(ask, "Payments", payments, (payment, full) -> json.payment(payment));
  }

  private Reply one(Ask ask) {
    return envelope.one("Payments", json.payment(find(ask)));
  }

  private Receipt find(Ask ask) {
    return books.receipts().find(ask.id("id")).orElseThrow(() -> Refusal.notFound("No payment."));
  }

  private ObjectNode make(ObjectNode sent) {
    SalesDocument document = document(sent);
    String account = account(sent.path("Account"));
    Receipt receipt =
        books.pay(
            document.id(),
            XeroFormats.date(XeroBody.needed(sent, "Date")),
            XeroFormats.money(document.currency(), sent.path("Amount")),
            XeroBody.text(sent, "Reference").orElse(null));
    json.booked(receipt, account);
    return json.payment(receipt);
  }

  private SalesDocument document(JsonNode sent) {
    JsonNode invoice = sent.path("Invoice");
    Optional<String> number =
        XeroBody.text(invoice, "InvoiceNumber").or(() -> XeroBody.text(sent, "InvoiceNumber"));
    return XeroBody.id(invoice, "InvoiceID")
        .or(() -> XeroBody.id(sent.path("CreditNote"), "CreditNoteID"))
        .flatMap(books.documents()::find)
        .or(
            () ->
                books
                    .documents()
                    .all(d -> number.filter(d.draft().number()::equals).isPresent())
                    .stream()
                    .findFirst())
        .orElseThrow(
            () -> new Refusal(400, "Payment must specify an invoice or credit note that exists"));
  }

  /** The code of the account that is meant. */
  private String account(JsonNode account) {
    return Stream.of(XeroCompany.BANK_ACCOUNT, XeroCompany.CLEARING_ACCOUNT)
        .filter(
            code ->
                XeroBody.text(account, "Code").filter(code::equals).isPresent()
                    || XeroBody.id(account, "AccountID")
                        .filter(company.account(code)::equals)
                        .isPresent())
        .findFirst()
        .orElseThrow(() -> new Refusal(400, "Account could not be found"));
  }

  private Reply delete(Ask ask) {
    Receipt receipt = find(ask);
    return XeroBody.written(
        ask,
        envelope,
        "Payments",
        sent -> {
          if (!"DELETED".equals(sent.path("Status").asText())) {
            throw new Refusal(400, "A payment can only be changed to DELETED");
          }
          return json.payment(books.deletePayment(receipt.id()));
        });
  }
}
