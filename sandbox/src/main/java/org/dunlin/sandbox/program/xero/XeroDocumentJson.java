package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.books.Application;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Deposit;
import org.dunlin.sandbox.program.books.Draft;
import org.dunlin.sandbox.program.books.Item;
import org.dunlin.sandbox.program.books.Receipt;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.jspecify.annotations.Nullable;

/** Invoices and credit notes in Xero's words. */
final class XeroDocumentJson {
  private final Books books;

  XeroDocumentJson(Books books) {
    this.books = books;
  }

  /**
   * An invoice.
   *
   * @param full with its lines, which lists without pages leave out
   */
  ObjectNode invoice(SalesDocument invoice, boolean full) {
    ObjectNode json = Json.object();
    json.put("Type", "ACCREC");
    json.put("InvoiceID", invoice.id().toString());
    json.put("InvoiceNumber", invoice.draft().number());
    reference(json, invoice.draft());
    if (full) {
      json.set("Payments", Json.array(books.sums().payments(invoice), XeroDocumentJson::payment));
    }
    ArrayNode credits = json.putArray("CreditNotes");
    ArrayNode prepayments = json.putArray("Prepayments");
    ArrayNode overpayments = json.putArray("Overpayments");
    for (Application application : books.sums().applications(invoice)) {
      settled(application, credits, prepayments, overpayments);
    }
    json.put("AmountDue", Json.number(books.sums().open(invoice)));
    json.put("AmountPaid", Json.number(books.sums().paid(invoice)));
    json.put("AmountCredited", Json.number(books.sums().settled(invoice)));
    json.put("CurrencyRate", 1.0);
    json.put("IsDiscounted", false);
    json.put("HasAttachments", false);
    json.put("HasErrors", false);
    books.link(invoice.id()).ifPresent(address -> json.put("Url", address));
    head(json, invoice);
    lines(json, invoice, full);
    return json;
  }

  ObjectNode creditNote(SalesDocument note, boolean full) {
    ObjectNode json = Json.object();
    json.put("CreditNoteID", note.id().toString());
    json.put("ID", note.id().toString());
    json.put("CreditNoteNumber", note.draft().number());
    json.set("Payments", Json.array(books.sums().payments(note), XeroDocumentJson::payment));
    json.put("CurrencyRate", 1.0);
    json.put("Type", "ACCRECCREDIT");
    reference(json, note.draft());
    json.put("RemainingCredit", Json.number(books.sums().open(note)));
    json.set("Allocations", Json.array(books.sums().applications(note), this::allocation));
    json.put("HasAttachments", false);
    json.put("HasErrors", false);
    head(json, note);
    lines(json, note, full);
    return json;
  }

  ObjectNode allocation(Application application) {
    SalesDocument invoice = books.documents().get(application.invoice());
    ObjectNode json = Json.object();
    json.put("AllocationID", application.id().toString());
    json.put("Amount", Json.number(application.amount()));
    json.put("Date", XeroFormats.date(application.on()));
    ObjectNode brief = json.putObject("Invoice");
    brief.put("InvoiceID", invoice.id().toString());
    brief.put("InvoiceNumber", invoice.draft().number());
    json.put("IsDeleted", false);
    return json;
  }

  private void settled(
      Application application, ArrayNode credits, ArrayNode prepayments, ArrayNode overpayments) {
    String id = application.from().toString();
    Deposit deposit = books.deposits().find(application.from()).orElse(null);
    ObjectNode json;
    if (deposit == null) {
      json = credits.addObject();
      json.put("CreditNoteID", id);
      json.put("CreditNoteNumber", books.documents().get(application.from()).draft().number());
      json.put("ID", id);
    } else if (deposit.kind() == Deposit.Kind.OVERPAYMENT) {
      json = overpayments.addObject();
      json.put("OverpaymentID", id);
    } else {
      json = prepayments.addObject();
      json.put("PrepaymentID", id);
    }
    json.put("AppliedAmount", Json.number(application.amount()));
    json.put("Date", XeroFormats.date(application.on()));
  }

  private static ObjectNode payment(Receipt receipt) {
    ObjectNode json = Json.object();
    json.put("PaymentID", receipt.id().toString());
    json.put("Date", XeroFormats.date(receipt.on()));
    json.put("Amount", Json.number(receipt.amount()));
    if (receipt.reference() != null) {
      json.put("Reference", receipt.reference());
    }
    json.put("CurrencyRate", 1.0);
    json.put("HasAccount", false);
    json.put("HasValidationErrors", false);
    return json;
  }

  private void head(ObjectNode json, SalesDocument document) {
    Draft draft = document.draft();
    json.set("Contact", XeroContactJson.brief(books.contacts().get(draft.contact())));
    date(json, "Date", draft.issued());
    date(json, "DueDate", draft.due());
    json.put("Status", status(document));
    json.put("LineAmountTypes", "Exclusive");
    json.put("SubTotal", Json.number(document.net()));
    json.put("TotalTax", Json.number(document.tax()));
    json.put("Total", Json.number(document.total()));
    json.put("UpdatedDateUTC", XeroFormats.instant(document.stamp().changed()));
    json.put("UpdatedDateUTCString", XeroFormats.instantString(document.stamp().changed()));
    json.put("CurrencyCode", document.currency().getCode());
    books
        .sums()
        .paidOn(document)
        .ifPresent(day -> json.put("FullyPaidOnDate", XeroFormats.date(day)));
  }

  String status(SalesDocument document) {
    return switch (document.state()) {
      case DRAFT -> "DRAFT";
      case APPROVED -> books.sums().open(document).isZero() ? "PAID" : "AUTHORISED";
      case VOIDED -> "VOIDED";
      case DELETED -> "DELETED";
    };
  }

  private static void lines(ObjectNode json, SalesDocument document, boolean full) {
    ArrayNode lines = json.putArray("LineItems");
    if (!full) {
      return;
    }
    int number = 0;
    for (Item item : document.draft().items()) {
      ObjectNode line = lines.addObject();
      String name = document.id() + " line " + number++;
      line.put(
          "LineItemID", UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
      line.put("Description", item.description());
      line.put("Quantity", item.quantity());
      line.put("UnitAmount", Json.number(item.price()));
      line.put("TaxType", item.taxPercent().signum() == 0 ? "NONE" : "OUTPUT");
      line.put("TaxAmount", Json.number(item.tax()));
      line.put("LineAmount", Json.number(item.net()));
      line.put("AccountCode", "200");
      line.putArray("Tracking");
    }
  }

  private static void reference(ObjectNode json, Draft draft) {
    String own = draft.paymentReference() == null ? draft.reference() : draft.paymentReference();
    json.put("Reference", own == null ? "" : own);
  }

  private static void date(ObjectNode json, String name, @Nullable LocalDate date) {
    if (date != null) {
      json.put(name + "String", XeroFormats.dateString(date));
      json.put(name, XeroFormats.date(date));
    }
  }
}
