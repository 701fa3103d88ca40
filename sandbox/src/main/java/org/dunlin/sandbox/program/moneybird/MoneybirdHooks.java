package org.dunlin.sandbox.program.moneybird;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
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
 * Webhooks. Registering gives a token, which each notice bears, and a secret, with which each is
 * signed (https://developer.moneybird.com/webhooks/verifying-signatures).
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
  private long made;

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
    String id = Long.toString(MoneybirdIds.FIRST - 1000 - made++);
    String token = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    String secret = UUID.randomUUID().toString().replace("-", "");
    Hook hook = new Hook(id, address, events, token, secret);
    byte[] trial = Json.bytes(notice(hook, "test_webhook"));
    boolean there =
        notices
            .deliver(address, headers(hook, trial), trial)
            .filter(reply -> reply.statusCode() == 200)
            .isPresent();
    if (!there) {
      throw new Refusal(400, "Url does not respond with status 200");
    }
    hooks.put(id, hook);
    return Reply.json(201, json(hook).put("secret", secret));
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
        notices.send(hook.address(), headers(hook, bytes), bytes);
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

  private Map<String, String> headers(Hook hook, byte[] body) {
    long now = clock.instant().getEpochSecond();
    byte[] signed =
        (now + "." + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    String signature = HexFormat.of().formatHex(Signature.of(hook.secret(), signed));
    return Map.of(
        "Content-Type",
        "application/json",
        "Idempotency-Key",
        UUID.randomUUID().toString(),
        "Moneybird-Signature",
        "t=" + now + ",v1=" + signature);
  }
}
