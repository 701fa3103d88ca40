package org.dunlin.sandbox.program.moneybird;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.books.Application;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Kept;
import org.dunlin.sandbox.program.books.Receipt;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.joda.money.Money;

/** Payments in Moneybird's words; what a credit invoice settles is a payment too. */
final class MoneybirdPaymentJson {
  private static final String ACCOUNT = Long.toString(MoneybirdIds.FIRST - 2);

  private final Books books;
  private final MoneybirdCompany company;

  MoneybirdPaymentJson(Books books, MoneybirdCompany company) {
    this.books = books;
    this.company = company;
  }

  ArrayNode of(SalesDocument document) {
    ArrayNode payments = Json.array(books.sums().payments(document), this::receipt);
    for (Application application : books.sums().applications(document)) {
      payments.add(application(application, document));
    }
    return payments;
  }

  ObjectNode receipt(Receipt receipt) {
    SalesDocument document =
        receipt.document() == null ? null : books.documents().find(receipt.document()).orElse(null);
    boolean back = document != null && !document.isInvoice();
    Money amount = back ? receipt.amount().negated() : receipt.amount();
    String invoice = document == null ? "0" : MoneybirdIds.of(document);
    ObjectNode json = payment(receipt, invoice, amount, receipt.on());
    json.put("financial_account_id", ACCOUNT);
    json.put("transaction_identifier", receipt.reference());
    return json;
  }

  private ObjectNode application(Application application, SalesDocument document) {
    boolean invoice = document.isInvoice();
    Money amount = invoice ? application.amount() : application.amount().negated();
    ObjectNode json = payment(application, MoneybirdIds.of(document), amount, application.on());
    if (invoice) {
      books
          .documents()
          .find(application.from())
          .ifPresent(note -> json.put("credit_invoice_id", MoneybirdIds.of(note)));
    }
    json.put("manual_payment_action", "invoices_settlement");
    return json;
  }

  private ObjectNode payment(Kept<?> record, String invoice, Money amount, LocalDate on) {
    ObjectNode json = Json.object();
    json.put("id", MoneybirdIds.of(record));
    json.put("administration_id", company.administration());
    json.put("invoice_type", "SalesInvoice");
    json.put("invoice_id", invoice);
    json.putNull("financial_account_id");
    json.put("user_id", MoneybirdIds.USER);
    json.putNull("payment_transaction_id");
    json.putNull("transaction_identifier");
    json.put("price", MoneybirdFormats.amount(amount));
    json.put("price_base", MoneybirdFormats.amount(amount));
    json.put("payment_date", on.toString());
    json.putNull("credit_invoice_id");
    json.putNull("financial_mutation_id");
    json.putNull("ledger_account_id");
    json.putNull("linked_payment_id");
    json.putNull("manual_payment_action");
    json.put("created_at", MoneybirdFormats.moment(record.stamp().created()));
    json.put("updated_at", MoneybirdFormats.moment(record.stamp().changed()));
    return json;
  }
}
