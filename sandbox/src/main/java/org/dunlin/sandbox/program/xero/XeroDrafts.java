package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Draft;
import org.dunlin.sandbox.program.books.Item;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.dunlin.sandbox.program.books.SalesDocument.Kind;
import org.dunlin.sandbox.program.books.SalesDocument.State;
import org.joda.money.CurrencyUnit;

/** Invoices and credit notes that are sent to Xero, made or changed. */
final class XeroDrafts {
  private final Books books;
  private final XeroCompany company;

  XeroDrafts(Books books, XeroCompany company) {
    this.books = books;
    this.company = company;
  }

  SalesDocument write(Kind kind, Optional<SalesDocument> known, ObjectNode sent) {
    if (known.isEmpty()) {
      State state =
          XeroBody.text(sent, "Status").filter("AUTHORISED"::equals).isPresent()
              ? State.APPROVED
              : State.DRAFT;
      return books.addDocument(kind, state, draft(kind, sent));
    }
    UUID id = known.get().id();
    XeroBody.text(sent, "Url").ifPresent(address -> books.keepLink(id, address));
    return switch (XeroBody.text(sent, "Status").orElse("")) {
      case "VOIDED" -> books.voidDocument(id);
      case "DELETED" -> deleted(known.get());
      case "AUTHORISED" -> books.changeDocument(id, d -> changed(d, sent).in(State.APPROVED));
      default -> books.changeDocument(id, d -> changed(d, sent));
    };
  }

  private SalesDocument deleted(SalesDocument document) {
    if (document.state() != State.DRAFT) {
      throw new Refusal(400, "Only drafts can be deleted; void what is authorised");
    }
    return books.changeDocument(document.id(), d -> d.in(State.DELETED));
  }

  private static SalesDocument changed(SalesDocument document, JsonNode sent) {
    Draft draft = document.draft();
    Optional<LocalDate> due = XeroBody.text(sent, "DueDate").map(XeroFormats::date);
    Optional<String> reference = XeroBody.text(sent, "Reference");
    if (due.isPresent()) {
      draft = draft.withDue(due.get());
    }
    if (reference.isPresent()) {
      draft = draft.withReference(reference.get());
    }
    return document.with(draft);
  }

  private Draft draft(Kind kind, JsonNode sent) {
    UUID contact =
        XeroBody.id(sent.path("Contact"), "ContactID")
            .orElseThrow(() -> new Refusal(400, "A Contact must be specified"));
    CurrencyUnit currency =
        XeroBody.text(sent, "CurrencyCode").map(CurrencyUnit::of).orElse(company.currency());
    LocalDate date = XeroFormats.date(XeroBody.needed(sent, "Date"));
    String number =
        XeroBody.text(sent, kind == Kind.INVOICE ? "InvoiceNumber" : "CreditNoteNumber")
            .orElse((kind == Kind.INVOICE ? "INV-" : "CN-") + (books.documents().all().size() + 1));
    return new Draft(
        number,
        contact,
        date,
        XeroBody.text(sent, "DueDate").map(XeroFormats::date).orElse(null),
        currency,
        items(currency, sent.path("LineItems")),
        XeroBody.text(sent, "Reference").orElse(null),
        null,
        null);
  }

  private static List<Item> items(CurrencyUnit currency, JsonNode lines) {
    List<Item> items = new ArrayList<>();
    for (JsonNode line : lines) {
      BigDecimal quantity = new BigDecimal(XeroBody.text(line, "Quantity").orElse("1"));
      BigDecimal percent =
          XeroBody.text(line, "TaxType").orElse("NONE").equals("OUTPUT")
              ? new BigDecimal("21")
              : BigDecimal.ZERO;
      items.add(
          new Item(
              XeroBody.needed(line, "Description"),
              quantity,
              XeroFormats.money(currency, line.path("UnitAmount")),
              percent));
    }
    if (items.isEmpty()) {
      throw new Refusal(400, "One or more line items must be specified");
    }
    return items;
  }
}
