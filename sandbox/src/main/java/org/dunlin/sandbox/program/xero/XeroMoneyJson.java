package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Deposit;
import org.dunlin.sandbox.program.books.Receipt;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.joda.money.Money;

/** Payments and deposits in Xero's words. */
final class XeroMoneyJson {
  private final Books books;
  private final XeroCompany company;
  private final XeroDocumentJson documents;

  private final Map<UUID, String> booked = new ConcurrentHashMap<>();

  XeroMoneyJson(Books books, XeroCompany company) {
    this.books = books;
    this.company = company;
    this.documents = new XeroDocumentJson(books);
  }

  /** Says on which account a payment was booked; the bank's, where nothing was said. */
  void booked(Receipt receipt, String account) {
    booked.put(receipt.id(), account);
  }

  ObjectNode payment(Receipt receipt) {
    ObjectNode json = Json.object();
    json.put("PaymentID", receipt.id().toString());
    json.put("Date", XeroFormats.date(receipt.on()));
    json.put("BankAmount", Json.number(receipt.amount()));
    json.put("Amount", Json.number(receipt.amount()));
    if (receipt.reference() != null) {
      json.put("Reference", receipt.reference());
    }
    json.put("CurrencyRate", 1.0);
    json.put("Status", receipt.deleted() ? "DELETED" : "AUTHORISED");
    json.put("UpdatedDateUTC", XeroFormats.instant(receipt.stamp().changed()));
    json.put("UpdatedDateUTCString", XeroFormats.instantString(receipt.stamp().changed()));
    json.put("HasAccount", true);
    json.put("IsReconciled", false);
    ObjectNode account = json.putObject("Account");
    String code = booked.getOrDefault(receipt.id(), XeroCompany.BANK_ACCOUNT);
    account.put("AccountID", company.account(code).toString());
    account.put("Code", code);
    account.put("Name", code.equals(XeroCompany.BANK_ACCOUNT) ? "Bank" : "Payment provider");
    settled(json, receipt);
    json.put("HasValidationErrors", false);
    return json;
  }

  private void settled(ObjectNode json, Receipt receipt) {
    if (receipt.document() == null) {
      return;
    }
    SalesDocument document = books.documents().find(receipt.document()).orElse(null);
    if (document == null) {
      return;
    }
    json.put("PaymentType", document.isInvoice() ? "ACCRECPAYMENT" : "ARCREDITPAYMENT");
    if (document.isInvoice()) {
      json.set("Invoice", documents.invoice(document, false));
    } else {
      json.set("CreditNote", documents.creditNote(document, false));
    }
  }

  ObjectNode deposit(Deposit deposit) {
    boolean over = deposit.kind() == Deposit.Kind.OVERPAYMENT;
    ObjectNode json = Json.object();
    json.put(over ? "OverpaymentID" : "PrepaymentID", deposit.id().toString());
    json.put("ID", deposit.id().toString());
    json.put("Type", over ? "RECEIVE-OVERPAYMENT" : "RECEIVE-PREPAYMENT");
    if (deposit.reference() != null) {
      json.put("Reference", deposit.reference());
    }
    Money left = books.sums().left(deposit);
    json.put("RemainingCredit", Json.number(left));
    json.set("Allocations", Json.array(books.sums().applications(deposit), documents::allocation));
    json.putArray("Payments");
    json.put("HasAttachments", false);
    json.set("Contact", XeroContactJson.brief(books.contacts().get(deposit.contact())));
    json.put("DateString", XeroFormats.dateString(deposit.on()));
    json.put("Date", XeroFormats.date(deposit.on()));
    json.put("Status", deposit.voided() ? "VOIDED" : left.isZero() ? "PAID" : "AUTHORISED");
    json.put("LineAmountTypes", "NoTax");
    json.putArray("LineItems");
    json.put("SubTotal", Json.number(deposit.amount()));
    json.put("TotalTax", 0);
    json.put("Total", Json.number(deposit.amount()));
    json.put("UpdatedDateUTC", XeroFormats.instant(deposit.stamp().changed()));
    json.put("UpdatedDateUTCString", XeroFormats.instantString(deposit.stamp().changed()));
    json.put("CurrencyCode", deposit.amount().getCurrencyUnit().getCode());
    json.put("CurrencyRate", 1.0);
    return json;
  }
}
