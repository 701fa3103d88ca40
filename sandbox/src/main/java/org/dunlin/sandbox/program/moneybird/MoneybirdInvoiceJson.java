package org.dunlin.sandbox.program.moneybird;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Contact;
import org.dunlin.sandbox.program.books.Draft;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.dunlin.sandbox.program.books.SalesDocument.State;
import org.joda.money.Money;

/** A sales invoice in Moneybird's words; a credit invoice is one whose amounts are negative. */
final class MoneybirdInvoiceJson {
  private final Books books;
  private final MoneybirdCompany company;
  private final Clock clock;
  private final MoneybirdContactJson contacts;
  private final MoneybirdPaymentJson payments;

  MoneybirdInvoiceJson(Books books, MoneybirdCompany company, Clock clock) {
    this.books = books;
    this.company = company;
    this.clock = clock;
    this.contacts = new MoneybirdContactJson(books, company);
    this.payments = new MoneybirdPaymentJson(books, company);
  }

  LocalDate today() {
    return clock.instant().atZone(company.zone()).toLocalDate();
  }

  String state(SalesDocument document) {
    if (document.state() == State.DRAFT) {
      return "draft";
    }
    if (books.sums().open(document).isZero()) {
      return "paid";
    }
    return due(document).isBefore(today()) ? "late" : "open";
  }

  ObjectNode of(SalesDocument document) {
    Draft draft = document.draft();
    Contact contact = books.contacts().get(draft.contact());
    boolean isDraft = document.state() == State.DRAFT;
    ObjectNode json = Json.object();
    json.put("id", MoneybirdIds.of(document));
    json.put("administration_id", company.administration());
    json.put("contact_id", MoneybirdIds.of(contact));
    json.set("contact", contacts.inInvoice(contact));
    json.putNull("contact_person_id");
    json.putNull("contact_person");
    json.put("invoice_id", isDraft ? null : draft.number());
    json.putNull("recurring_sales_invoice_id");
    json.putNull("subscription_id");
    json.put("workflow_id", Long.toString(MoneybirdIds.FIRST - 3));
    json.put("document_style_id", Long.toString(MoneybirdIds.FIRST - 4));
    json.put("identity_id", Long.toString(MoneybirdIds.FIRST - 5));
    if (isDraft) {
      json.put("draft_id", Math.toIntExact(document.stamp().serial()));
    } else {
      json.putNull("draft_id");
    }
    json.put("state", state(document));
    json.put("invoice_date", isDraft ? null : draft.issued().toString());
    json.put("due_date", due(document).toString());
    json.putNull("payment_conditions");
    json.put("payment_reference", draft.paymentReference());
    json.put("short_payment_reference", draft.paymentReference());
    json.put("reference", draft.reference());
    json.put("language", "nl");
    json.put("currency", document.currency().getCode());
    json.put("discount", "0.0");
    original(json, draft);
    json.put("paused", false);
    json.put("paid_at", books.sums().paidOn(document).map(LocalDate::toString).orElse(null));
    json.put("sent_at", isDraft ? null : draft.issued().toString());
    stamps(json, document);
    new MoneybirdDetails(company).write(json, document);
    json.set("payments", payments.of(document));
    totals(json, document);
    rest(json, document);
    return json;
  }

  private void original(ObjectNode json, Draft draft) {
    json.putNull("original_sales_invoice_id");
    if (draft.credits() != null) {
      books
          .documents()
          .find(draft.credits())
          .ifPresent(d -> json.put("original_sales_invoice_id", MoneybirdIds.of(d)));
    }
  }

  private static void stamps(ObjectNode json, SalesDocument document) {
    json.put("created_at", MoneybirdFormats.moment(document.stamp().created()));
    json.put("updated_at", MoneybirdFormats.moment(document.stamp().changed()));
    json.put("public_view_code", "469589");
    json.putNull("public_view_code_expires_at");
    json.put("version", MoneybirdIds.version(document.stamp()));
  }

  private void totals(ObjectNode json, SalesDocument document) {
    Money paid = books.sums().paid(document).plus(books.sums().settled(document));
    both(json, "total_paid", MoneybirdDetails.signed(document, paid), false);
    Money open = document.state() == State.DRAFT ? document.total() : books.sums().open(document);
    both(json, "total_unpaid", MoneybirdDetails.signed(document, open), true);
    json.put("prices_are_incl_tax", false);
    both(json, "total_price_excl_tax", MoneybirdDetails.signed(document, document.net()), true);
    both(json, "total_price_incl_tax", MoneybirdDetails.signed(document, document.total()), true);
    json.put("total_discount", "0.0");
    json.putNull("marked_dubious_on");
    json.putNull("marked_uncollectible_on");
    json.put("reminder_count", 0);
    json.putNull("next_reminder");
    json.putNull("original_estimate_id");
  }

  private static void both(ObjectNode json, String name, Money amount, boolean base) {
    json.put(name, MoneybirdFormats.amount(amount));
    if (base) {
      json.put(name + "_base", MoneybirdFormats.amount(amount));
    }
  }

  private void rest(ObjectNode json, SalesDocument document) {
    String id = MoneybirdIds.of(document);
    String address =
        "https://moneybird.com/" + company.administration() + "/external/" + document.id();
    json.put("url", address + "/sales_invoice");
    json.put("payment_url", address + "/pay");
    json.putArray("custom_fields");
    ArrayNode notes =
        Json.array(
            books.notes().all(note -> note.subject().equals(document.id())),
            note -> MoneybirdNotes.json(company, note, id, "SalesInvoice"));
    json.set("notes", notes);
    json.putArray("attachments");
    json.putArray("events");
    json.putArray("time_entries");
  }

  private static LocalDate due(SalesDocument document) {
    LocalDate due = document.draft().due();
    return due == null ? document.draft().issued() : due;
  }
}
