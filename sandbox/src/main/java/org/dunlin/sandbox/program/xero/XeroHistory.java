package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Note;

/** {@code …/History}: notes about a record. */
final class XeroHistory {
  private static final List<String> OF =
      List.of("Invoices", "CreditNotes", "Contacts", "Payments", "Overpayments", "Prepayments");

  private final Books books;
  private final XeroEnvelope envelope;

  XeroHistory(Books books, XeroEnvelope envelope) {
    this.books = books;
    this.envelope = envelope;
  }

  void serve(XeroApi api) {
    for (String name : OF) {
      api.get("/" + name + "/{id}/History", this::list);
      api.put(
          "/" + name + "/{id}/History",
          ask ->
              XeroBody.written(ask, envelope, "HistoryRecords", sent -> add(ask.id("id"), sent)));
    }
  }

  private Reply list(Ask ask) {
    UUID id = ask.id("id");
    List<Note> notes = books.notes().all(note -> note.subject().equals(id));
    return envelope.of("HistoryRecords", Json.array(notes.reversed(), XeroHistory::json));
  }

  private ObjectNode add(UUID subject, ObjectNode sent) {
    return json(books.note(subject, XeroBody.needed(sent, "Details")));
  }

  private static ObjectNode json(Note note) {
    ObjectNode json = Json.object();
    json.put("Changes", "Note");
    json.put("DateUTCString", XeroFormats.instantString(note.stamp().created()));
    json.put("DateUTC", XeroFormats.instant(note.stamp().created()));
    json.put("User", "System Generated");
    json.put("Details", note.text());
    return json;
  }
}
