package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Notices;
import org.dunlin.sandbox.program.Signature;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Change;
import org.dunlin.sandbox.program.books.Change.Subject;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.jspecify.annotations.Nullable;

/** Notices of contacts, invoices and credit notes, signed with the app's webhook key. */
public final class XeroHooks {
  private static final String HEADER = "x-xero-signature";

  private final Books books;
  private final XeroCompany company;
  private final Notices notices = new Notices();
  private @Nullable URI address;
  private String key = "";
  private volatile URI api = URI.create("https://api.xero.com");
  private int sequence;

  XeroHooks(Books books, XeroCompany company) {
    this.books = books;
    this.company = company;
    books.listen(this::changed);
  }

  void servedAt(URI where) {
    api = where;
  }

  /** Sends notices to this address from now on. */
  public synchronized void to(URI receiver, String webhookKey) {
    address = receiver;
    key = webhookKey;
  }

  /** Loses notices, doubles them, waits for them. */
  public Notices notices() {
    return notices;
  }

  /**
   * Asks the receiver whether it means to receive: a rightly signed request, which it must answer
   * with 200, and a wrongly signed one, which it must answer with 401, both with an empty body.
   */
  public synchronized boolean intentToReceive() {
    byte[] body = Json.bytes(envelope(0, 0));
    return answered(body, signature(body), 200)
        && answered(body, signature("other".getBytes(StandardCharsets.UTF_8)), 401);
  }

  private boolean answered(byte[] body, String signature, int status) {
    return address != null
        && notices
            .deliver(address, headers(signature), body)
            .filter(reply -> reply.statusCode() == status && reply.body().length == 0)
            .isPresent();
  }

  private synchronized void changed(Change change) {
    String category = category(change.subject());
    if (address == null || category == null || change.action() == Change.Action.DELETED) {
      return;
    }
    sequence++;
    ObjectNode body = envelope(sequence, sequence);
    ObjectNode event = body.withArray("events").addObject();
    event.put("resourceUrl", api + "/api.xro/2.0/" + path(change.subject()) + "/" + change.id());
    event.put("resourceId", change.id().toString());
    event.put("tenantId", company.tenant().toString());
    event.put("tenantType", "ORGANISATION");
    event.put("eventCategory", category);
    event.put("eventType", change.action() == Change.Action.CREATED ? "CREATE" : "UPDATE");
    SalesDocument document = books.documents().find(change.id()).orElse(null);
    event.put("eventDateUtc", moment(change.id()).toString());
    if (document != null && change.subject() == Subject.CREDIT_NOTE) {
      ObjectNode data = event.putObject("data");
      data.put("Type", "ACCRECCREDIT");
      data.put("Status", new XeroDocumentJson(books).status(document));
    }
    byte[] bytes = Json.bytes(body);
    notices.send(address, headers(signature(bytes)), bytes);
  }

  private LocalDateTime moment(UUID id) {
    return books
        .documents()
        .find(id)
        .map(SalesDocument::stamp)
        .or(() -> books.contacts().find(id).map(contact -> contact.stamp()))
        .map(stamp -> LocalDateTime.ofInstant(stamp.changed(), ZoneOffset.UTC))
        .orElseThrow();
  }

  private static ObjectNode envelope(int first, int last) {
    ObjectNode body = Json.object();
    body.putArray("events");
    body.put("firstEventSequence", first);
    body.put("lastEventSequence", last);
    body.put("entropy", UUID.randomUUID().toString().replace("-", "").substring(0, 20));
    return body;
  }

  private static @Nullable String category(Subject subject) {
    return switch (subject) {
      case CONTACT -> "CONTACT";
      case INVOICE -> "INVOICE";
      case CREDIT_NOTE -> "CREDITNOTE";
      case PAYMENT, DEPOSIT -> null;
    };
  }

  private static String path(Subject subject) {
    return switch (subject) {
      case CONTACT -> "Contacts";
      case INVOICE -> "Invoices";
      case CREDIT_NOTE -> "CreditNotes";
      case PAYMENT -> "Payments";
      case DEPOSIT -> "Overpayments";
    };
  }

  private String signature(byte[] body) {
    return Base64.getEncoder().encodeToString(Signature.of(key, body));
  }

  private static Map<String, String> headers(String signature) {
    return Map.of("Content-Type", "application/json", HEADER, signature);
  }
}
