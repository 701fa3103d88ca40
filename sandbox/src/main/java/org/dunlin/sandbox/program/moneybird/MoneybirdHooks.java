package org.dunlin.sandbox.program.moneybird;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Notices;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.Signature;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Change;
import org.dunlin.sandbox.program.books.Change.Action;
import org.dunlin.sandbox.program.books.Receipt;
import org.dunlin.sandbox.program.books.SalesDocument;

/**
 * Webhooks, signed with the secret that registering gave (developer.moneybird.com, "Verifying
 * webhook signatures"); the call that tries the address is not.
 */
public final class MoneybirdHooks {
  private final Books books;
  private final MoneybirdCompany company;
  private final Clock clock;
  private final MoneybirdInvoiceJson invoices;
  private final MoneybirdContactJson contacts;
  private final MoneybirdPaymentJson payments;
  private final Notices notices = new Notices();
  private final Map<String, Hook> hooks = new LinkedHashMap<>();
  private long registered;

  private record Hook(String id, URI address, List<String> events, String token, String secret) {}

  MoneybirdHooks(Books books, MoneybirdCompany company, Clock clock) {
    this.books = books;
    this.company = company;
    this.clock = clock;
    this.invoices = new MoneybirdInvoiceJson(books, company, clock);
    this.contacts = new MoneybirdContactJson(books, company);
    this.payments = new MoneybirdPaymentJson(books, company);
    books.listen(this::changed);
  }

  /** Loses notices, doubles them, waits for them. */
  public Notices notices() {
    return notices;
  }

  void serve(MoneybirdApi api) {
    api.on("GET", "webhooks", ask -> list());
    api.on("POST", "webhooks", this::register);
    api.on("DELETE", "webhooks/{id}", this::remove);
  }

  private synchronized Reply list() {
    return Reply.json(Json.array(hooks.values(), this::json));
  }

  /** The address must answer 200 to a notice of trial. */
  private synchronized Reply register(Ask ask) {
    JsonNode sent = ask.json();
    if (sent.has("events")) {
      throw new Refusal(400, "'events' has been removed from webhooks, use 'enabled_events'");
    }
    URI address = URI.create(sent.path("url").asText());
    List<String> events = new ArrayList<>();
    sent.path("enabled_events").forEach(event -> events.add(event.asText()));
    String id = Long.toString(MoneybirdIds.FIRST - 1000 - registered++);
    String token = random();
    Hook hook = new Hook(id, address, events, token, "whsec_" + random());
    boolean there =
        notices
            .deliver(address, headers(Map.of()), Json.bytes(notice(hook, "test_webhook")))
            .filter(reply -> reply.statusCode() == 200)
            .isPresent();
    if (!there) {
      throw new Refusal(400, "Url does not respond with status 200");
    }
    hooks.put(id, hook);
    ObjectNode made = json(hook);
    made.put("secret", hook.secret()); // told this once
    return Reply.json(201, made);
  }

  private synchronized Reply remove(Ask ask) {
    if (hooks.remove(ask.variable("id")) == null) {
      throw Refusal.notFound("record not found");
    }
    return Reply.empty(204);
  }

  private synchronized void changed(Change change) {
    if (hooks.isEmpty()) {
      return;
    }
    String action = action(change);
    for (Hook hook : hooks.values()) {
      if (hook.events().isEmpty() || hook.events().contains(action)) {
        ObjectNode body = notice(hook, action);
        entity(body, change);
        byte[] bytes = Json.bytes(body);
        notices.send(hook.address(), headers(signed(hook, bytes)), bytes);
      }
    }
  }

  private ObjectNode notice(Hook hook, String action) {
    ObjectNode body = Json.object();
    body.put("administration_id", Long.toString(company.administration()));
    body.put("webhook_id", hook.id());
    body.put("webhook_token", hook.token());
    body.put("action", action);
    return body;
  }

  private void entity(ObjectNode body, Change change) {
    switch (change.subject()) {
      case CONTACT ->
          books
              .contacts()
              .find(change.id())
              .ifPresent(c -> put(body, "Contact", MoneybirdIds.of(c), contacts.full(c)));
      case INVOICE, CREDIT_NOTE ->
          books
              .documents()
              .find(change.id())
              .ifPresent(
                  d -> {
                    put(body, "SalesInvoice", MoneybirdIds.of(d), invoices.of(d));
                    body.put("state", invoices.state(d));
                  });
      case PAYMENT ->
          books
              .receipts()
              .find(change.id())
              .ifPresent(r -> put(body, "Payment", MoneybirdIds.of(r), payments.receipt(r)));
      case DEPOSIT -> body.putNull("entity");
    }
  }

  private static void put(ObjectNode body, String type, String id, ObjectNode entity) {
    body.put("entity_type", type);
    body.put("entity_id", id);
    body.set("entity", entity);
  }

  private String action(Change change) {
    return switch (change.subject()) {
      case CONTACT -> change.action() == Action.CREATED ? "contact_created" : "contact_changed";
      case INVOICE, CREDIT_NOTE -> ofInvoice(change);
      case PAYMENT ->
          books.receipts().find(change.id()).map(Receipt::deleted).orElse(true)
              ? "payment_destroyed"
              : "payment_registered";
      case DEPOSIT -> "payment_registered";
    };
  }

  private String ofInvoice(Change change) {
    SalesDocument document = books.documents().find(change.id()).orElse(null);
    if (document == null || change.action() == Action.DELETED) {
      return "sales_invoice_destroyed";
    }
    if (change.action() == Action.CREATED) {
      return "sales_invoice_created";
    }
    return invoices.state(document).equals("paid")
        ? "sales_invoice_state_changed_to_paid"
        : "sales_invoice_updated";
  }

  private ObjectNode json(Hook hook) {
    ObjectNode json = Json.object();
    json.put("id", hook.id());
    json.put("administration_id", company.administration());
    json.put("url", hook.address().toString());
    json.set("enabled_events", Json.array(hook.events(), event -> Json.object().textNode(event)));
    json.putNull("last_http_status");
    json.putNull("last_http_body");
    json.put("token", hook.token());
    return json;
  }

  private Map<String, String> signed(Hook hook, byte[] body) {
    String moment = Long.toString(clock.instant().getEpochSecond());
    ByteArrayOutputStream over = new ByteArrayOutputStream();
    over.writeBytes((moment + ".").getBytes(StandardCharsets.UTF_8));
    over.writeBytes(body);
    String signature = HexFormat.of().formatHex(Signature.of(hook.secret(), over.toByteArray()));
    return Map.of("Moneybird-Signature", "t=" + moment + ",v1=" + signature);
  }

  private static Map<String, String> headers(Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("Content-Type", "application/json");
    headers.put("Idempotency-Key", UUID.randomUUID().toString());
    return headers;
  }

  private static String random() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 24);
  }
}
