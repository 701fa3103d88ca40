package org.dunlin.sandbox.program.moneybird;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.Routes;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.SalesDocument;

/** The PDF of an invoice: a redirect to an address that is good for 30 seconds, without a token. */
final class MoneybirdPapers {
  private static final Duration GOOD = Duration.ofSeconds(30);

  private final Books books;
  private final Clock clock;
  private final Map<String, Ticket> tickets = new HashMap<>();

  private record Ticket(UUID document, Instant ends) {}

  MoneybirdPapers(Books books, Clock clock) {
    this.books = books;
    this.clock = clock;
  }

  void serve(MoneybirdApi api, Routes routes) {
    api.on("GET", "sales_invoices/{id}/download_pdf", ask -> redirect(api, ask));
    routes.open("GET", "/storage/{ticket}/download", this::download);
  }

  private synchronized Reply redirect(MoneybirdApi api, Ask ask) {
    SalesDocument document = MoneybirdIds.get(books.documents(), ask.variable("id"));
    if (books.paper(document.id()).isEmpty()) {
      throw Refusal.notFound("record not found");
    }
    String ticket = UUID.randomUUID().toString();
    tickets.put(ticket, new Ticket(document.id(), clock.instant().plus(GOOD)));
    String address = api.address() + "/storage/" + ticket + "/download";
    return Reply.text(302, "This resource has been moved temporarily to " + address + ".")
        .with("Location", address);
  }

  private synchronized Reply download(Ask ask) {
    Ticket ticket = tickets.get(ask.variable("ticket"));
    if (ticket == null || clock.instant().isAfter(ticket.ends())) {
      throw Refusal.notFound("record not found");
    }
    return Reply.of(200, "application/pdf", books.paper(ticket.document()).orElseThrow());
  }
}
