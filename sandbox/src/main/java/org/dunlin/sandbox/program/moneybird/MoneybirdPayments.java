package org.dunlin.sandbox.program.moneybird;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Receipt;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.joda.money.Money;

/** Payments of invoices: made, shown and taken back. */
final class MoneybirdPayments {
  private final Books books;
  private final MoneybirdPaymentJson json;

  MoneybirdPayments(Books books, MoneybirdApi api) {
    this.books = books;
    this.json = new MoneybirdPaymentJson(books, api.company());
  }

  void serve(MoneybirdApi api) {
    api.on("POST", "sales_invoices/{id}/payments", this::add);
    api.on("DELETE", "sales_invoices/{id}/payments/{payment}", this::delete);
    api.on("GET", "payments/{id}", this::one);
  }

  private Reply add(Ask ask) {
    SalesDocument invoice = MoneybirdIds.get(books.documents(), ask.variable("id"));
    JsonNode sent = ask.json().path("payment");
    String price = needed(sent, "price").replace(',', '.');
    LocalDate on = LocalDate.parse(needed(sent, "payment_date"));
    String identifier = sent.path("transaction_identifier").asText(null);
    Money amount = Money.of(invoice.currency(), new BigDecimal(price));
    return Reply.json(201, json.receipt(books.pay(invoice.id(), on, amount, identifier)));
  }

  private Reply delete(Ask ask) {
    books.deletePayment(find(ask.variable("payment")).id());
    return Reply.empty(204);
  }

  private Reply one(Ask ask) {
    return Reply.json(json.receipt(find(ask.variable("id"))));
  }

  private Receipt find(String id) {
    return MoneybirdIds.find(books.receipts(), id)
        .filter(receipt -> !receipt.deleted())
        .orElseThrow(() -> Refusal.notFound("record not found"));
  }

  private static String needed(JsonNode sent, String name) {
    String text = sent.path(name).asText("");
    if (text.isBlank()) {
      throw new Refusal(422, name);
    }
    return text;
  }
}
