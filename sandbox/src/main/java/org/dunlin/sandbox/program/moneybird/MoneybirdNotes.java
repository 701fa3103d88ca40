package org.dunlin.sandbox.program.moneybird;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Kept;
import org.dunlin.sandbox.program.books.Note;

/** Notes on invoices and contacts. */
final class MoneybirdNotes {
  private final Books books;
  private final MoneybirdCompany company;

  MoneybirdNotes(Books books, MoneybirdCompany company) {
    this.books = books;
    this.company = company;
  }

  void serve(MoneybirdApi api) {
    api.on(
        "POST",
        "sales_invoices/{id}/notes",
        ask -> add(ask, MoneybirdIds.get(books.documents(), ask.variable("id")), "SalesInvoice"));
    api.on(
        "POST",
        "contacts/{id}/notes",
        ask -> add(ask, MoneybirdIds.get(books.contacts(), ask.variable("id")), "Contact"));
  }

  private Reply add(Ask ask, Kept<?> subject, String type) {
    String text = ask.json().path("note").path("note").asText("");
    if (text.isBlank()) {
      throw new Refusal(422, "note");
    }
    Note note = books.note(subject.id(), text);
    return Reply.json(201, json(company, note, MoneybirdIds.of(subject), type));
  }

  static ObjectNode json(MoneybirdCompany company, Note note, String entity, String type) {
    ObjectNode json = Json.object();
    json.put("id", MoneybirdIds.of(note));
    json.put("administration_id", company.administration());
    json.put("entity_id", entity);
    json.put("entity_type", type);
    json.put("user_id", MoneybirdIds.USER);
    json.putNull("assignee_id");
    json.put("todo", false);
    json.put("note", note.text());
    json.putNull("completed_at");
    json.putNull("completed_by_id");
    json.putNull("todo_type");
    json.putObject("data");
    json.put("created_at", MoneybirdFormats.moment(note.stamp().created()));
    json.put("updated_at", MoneybirdFormats.moment(note.stamp().changed()));
    return json;
  }
}
