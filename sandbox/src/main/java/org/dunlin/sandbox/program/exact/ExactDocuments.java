package org.dunlin.sandbox.program.exact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.Routes;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Contact;
import org.dunlin.sandbox.program.books.Note;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.dunlin.sandbox.program.books.Stamp;

/** Documents: papers of invoices with what is attached, and what is said about an account. */
final class ExactDocuments {
  private static final String FILE = "/docs/SysAttachment.aspx";
  private static final int SALES_INVOICE = 10;
  private static final int MISCELLANEOUS = 55;

  private final Books books;
  private final ExactCompany company;
  private final List<UUID> added = new CopyOnWriteArrayList<>();

  ExactDocuments(Books books, ExactCompany company) {
    this.books = books;
    this.company = company;
  }

  void serve(ExactApi api, Routes routes) {
    EntitySet documents =
        new EntitySet("documents/Documents", "Document", "ID", EntitySet.SINGLE, this::rows);
    api.rows(documents);
    api.on("POST", documents.path(), ask -> add(api, documents, ask));
    api.rows(
        new EntitySet(
            "sync/Documents/Documents",
            "SyncDocument",
            "Timestamp",
            EntitySet.BULK,
            () -> ExactApi.byTimestamp(rows())));
    api.rows(
        new EntitySet(
            "documents/DocumentAttachments",
            "DocumentAttachment",
            "ID",
            EntitySet.SINGLE,
            () -> attachments(api)));
    routes.on("GET", FILE, this::file);
  }

  private List<SalesDocument> withPaper() {
    return books.documents().all(d -> books.paper(d.id()).isPresent());
  }

  private List<ObjectNode> rows() {
    List<ObjectNode> rows = new ArrayList<>();
    for (SalesDocument document : withPaper()) {
      Contact contact = books.contacts().get(document.draft().contact());
      rows.add(
          row(document.stamp(), document.id(), contact, "Factuur " + document.draft().number())
              .put("Type", SALES_INVOICE)
              .put("TypeDescription", "Verkoopfactuur")
              .put("SalesInvoiceNumber", ExactNumbers.of(document))
              .put("DocumentDate", document.draft().issued())
              .put("AmountFC", document.total())
              .put("Currency", document.currency().getCode())
              .put("FinancialTransactionEntryID", company.id("entry " + document.id()))
              .json());
    }
    for (Note note : books.notes().all(n -> added.contains(n.id()))) {
      rows.add(row(note).json());
    }
    return rows;
  }

  private Row row(Note note) {
    Contact contact = books.contacts().get(note.subject());
    String[] parts = note.text().split("\n", 2);
    return row(note.stamp(), note.id(), contact, parts[0])
        .put("Body", parts.length > 1 ? parts[1] : "")
        .put("Type", MISCELLANEOUS)
        .put("TypeDescription", "Divers")
        .put("DocumentDate", note.stamp().created());
  }

  private Row row(Stamp stamp, UUID id, Contact contact, String subject) {
    return Row.of(company, stamp)
        .timestamp(stamp, 0)
        .put("ID", id)
        .put("HID", Math.toIntExact(stamp.serial()))
        .put("Account", contact.id())
        .put("AccountCode", ExactAccounts.code(contact))
        .put("AccountName", contact.customer().name())
        .put("Subject", subject)
        .put("HasEmptyBody", false);
  }

  /** A document about an account, as a note is kept here. */
  private Reply add(ExactApi api, EntitySet set, Ask ask) {
    JsonNode sent = ask.json();
    if (sent.path("Subject").asText().isBlank()) {
      throw new Refusal(400, "Verplicht: Onderwerp");
    }
    UUID account = UUID.fromString(sent.path("Account").asText());
    Contact contact =
        books.contacts().find(account).orElseThrow(() -> new Refusal(400, "Ongeldig: Relatie"));
    Note note =
        books.note(
            contact.id(), sent.path("Subject").asText() + "\n" + sent.path("Body").asText(""));
    added.add(note.id());
    books.touch();
    return ODataEntity.reply(201, set, row(note).json(), api.base());
  }

  private List<ObjectNode> attachments(ExactApi api) {
    List<ObjectNode> rows = new ArrayList<>();
    for (SalesDocument document : withPaper()) {
      UUID id = attachment(document);
      rows.add(
          new Row()
              .put("ID", id)
              .put("Document", document.id())
              .put("FileName", "Factuur " + document.draft().number() + ".pdf")
              .put("FileSize", books.paper(document.id()).orElseThrow().length)
              .put("Url", api.address() + FILE + "?ID=" + id + "&_Division_=" + company.division())
              .json());
    }
    return rows;
  }

  private UUID attachment(SalesDocument document) {
    return company.id("attachment " + document.id());
  }

  private Reply file(Ask ask) {
    String id = ask.query("ID").orElse("");
    return withPaper().stream()
        .filter(document -> attachment(document).toString().equals(id))
        .findFirst()
        .flatMap(document -> books.paper(document.id()))
        .map(bytes -> Reply.of(200, "application/pdf", bytes))
        .orElseThrow(() -> Refusal.notFound("There is no such attachment."));
  }
}
