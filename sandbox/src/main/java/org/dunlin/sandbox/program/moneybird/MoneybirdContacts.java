package org.dunlin.sandbox.program.moneybird;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Contact;

/** {@code contacts}: lists, single ones, and their synchronization. */
final class MoneybirdContacts {
  private static final String UPDATED = "updated_after:";

  private final Books books;
  private final MoneybirdContactJson json;
  private final MoneybirdPages pages;

  MoneybirdContacts(Books books, MoneybirdApi api) {
    this.books = books;
    this.json = new MoneybirdContactJson(books, api.company());
    this.pages = new MoneybirdPages(api);
  }

  void serve(MoneybirdApi api) {
    api.on("GET", "contacts", ask -> pages.of(ask, fitting(ask), json::full));
    api.on("GET", "contacts/filter", ask -> pages.of(ask, changed(ask), json::full));
    api.on("GET", "contacts/synchronization", ask -> MoneybirdSync.versions(shown(ask)));
    api.on(
        "POST",
        "contacts/synchronization",
        ask -> MoneybirdSync.wanted(ask, books.contacts().all(), json::full));
    api.on("GET", "contacts/customer_id/{number}", this::byNumber);
    api.on("GET", "contacts/{id}", this::one);
  }

  private List<Contact> shown(Ask ask) {
    boolean archived = "true".equals(ask.query("include_archived").orElse("false"));
    return books.contacts().all(contact -> archived || !contact.archived());
  }

  /** By when they were changed last; the other filters of Moneybird nobody asks for here. */
  private List<Contact> changed(Ask ask) {
    String filter = ask.query("filter").orElse("");
    if (!filter.startsWith(UPDATED)) {
      throw new Refusal(400, "Filter is invalid");
    }
    Instant after = Instant.parse(filter.substring(UPDATED.length()));
    return shown(ask).stream().filter(c -> c.stamp().changed().isAfter(after)).toList();
  }

  private List<Contact> fitting(Ask ask) {
    String query = ask.query("query").orElse("").toLowerCase(Locale.ROOT);
    return shown(ask).stream()
        .filter(c -> c.customer().name().toLowerCase(Locale.ROOT).contains(query))
        .toList();
  }

  private Reply one(Ask ask) {
    return Reply.json(json.full(MoneybirdIds.get(books.contacts(), ask.variable("id"))));
  }

  private Reply byNumber(Ask ask) {
    return books
        .contacts()
        .all(c -> MoneybirdContactJson.number(c).equals(ask.variable("number")))
        .stream()
        .findFirst()
        .map(contact -> Reply.json(json.full(contact)))
        .orElseThrow(() -> Refusal.notFound("record not found"));
  }
}
