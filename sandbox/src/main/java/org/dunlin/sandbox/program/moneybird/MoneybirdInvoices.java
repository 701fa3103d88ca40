package org.dunlin.sandbox.program.moneybird;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.dunlin.sandbox.program.books.SalesDocument.State;

/** {@code sales_invoices}: lists, single ones, and their synchronization. */
final class MoneybirdInvoices {
  private final Books books;
  private final MoneybirdInvoiceJson json;
  private final MoneybirdPages pages;

  MoneybirdInvoices(Books books, MoneybirdApi api, Clock clock) {
    this.books = books;
    this.json = new MoneybirdInvoiceJson(books, api.company(), clock);
    this.pages = new MoneybirdPages(api);
  }

  void serve(MoneybirdApi api) {
    api.on(
        "GET",
        "sales_invoices",
        ask -> pages.of(ask, fitting(ask, Optional.of("this_year")), json::of));
    api.on(
        "GET",
        "sales_invoices/synchronization",
        ask -> MoneybirdSync.versions(fitting(ask, Optional.empty())));
    api.on(
        "POST",
        "sales_invoices/synchronization",
        ask -> MoneybirdSync.wanted(ask, shown(), json::of));
    api.on(
        "GET",
        "sales_invoices/find_by_invoice_id/{number}",
        ask -> first(d -> d.draft().number().equals(ask.variable("number"))));
    api.on(
        "GET",
        "sales_invoices/find_by_reference/{reference}",
        ask -> first(d -> ask.variable("reference").equals(d.draft().reference())));
    api.on(
        "GET",
        "sales_invoices/{id}",
        ask -> first(d -> MoneybirdIds.of(d).equals(ask.variable("id"))));
    // These books hold no invoices that another program made.
    api.on("GET", "external_sales_invoices", ask -> Reply.json(Json.array()));
  }

  private List<SalesDocument> shown() {
    return books.documents().all(d -> d.state() == State.APPROVED || d.state() == State.DRAFT);
  }

  private List<SalesDocument> fitting(Ask ask, Optional<String> usualPeriod) {
    MoneybirdFilter filter =
        MoneybirdFilter.of(ask.query("filter").orElse(""), json.today(), usualPeriod);
    return shown().stream()
        .filter(d -> filter.fits(d, () -> json.state(d), () -> contact(d)))
        .toList();
  }

  private String contact(SalesDocument document) {
    return MoneybirdIds.of(books.contacts().get(document.draft().contact()));
  }

  private Reply first(Predicate<SalesDocument> which) {
    return shown().stream()
        .filter(which)
        .findFirst()
        .map(document -> Reply.json(json.of(document)))
        .orElseThrow(() -> Refusal.notFound("record not found"));
  }
}
