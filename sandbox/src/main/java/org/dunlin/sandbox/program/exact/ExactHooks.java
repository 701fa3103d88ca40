package org.dunlin.sandbox.program.exact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
import org.dunlin.sandbox.program.books.Stamp;

/** Subscriptions to topics, and notices whose content is signed in a field beside it. */
public final class ExactHooks {
  private static final String PATH = "webhooks/WebhookSubscriptions";

  private final ExactCompany company;
  private final Clock clock;
  private final String clientId;
  private final Notices notices = new Notices();
  private final Map<UUID, Subscription> subscriptions = new LinkedHashMap<>();
  private String secret = "";
  private String base = "";

  private record Subscription(Stamp stamp, URI address, String topic) {}

  ExactHooks(Books books, ExactCompany company, Clock clock, String clientId) {
    this.company = company;
    this.clock = clock;
    this.clientId = clientId;
    books.listen(this::changed);
  }

  /** Signs with the webhook secret of the app from now on. */
  public synchronized void sign(String webhookSecret) {
    secret = webhookSecret;
  }

  /** Loses notices, doubles them, waits for them. */
  public Notices notices() {
    return notices;
  }

  void serve(ExactApi api) {
    base = api.base();
    EntitySet set =
        new EntitySet(PATH, "Webhooks.WebhookSubscription", "ID", EntitySet.SINGLE, this::rows);
    api.free(set);
    api.on("POST", PATH, ask -> subscribe(api, set, ask));
    api.on("DELETE", PATH + "({key})", this::unsubscribe);
  }

  private synchronized List<ObjectNode> rows() {
    return subscriptions.entrySet().stream().map(e -> row(e.getKey(), e.getValue())).toList();
  }

  private ObjectNode row(UUID id, Subscription subscription) {
    return new Row()
        .put("ID", id)
        .put("CallbackURL", subscription.address().toString())
        .put("ClientID", clientId)
        .put("Created", subscription.stamp().created())
        .put("Creator", company.user())
        .put("CreatorFullName", "Dunlin")
        .put("Description", "App")
        .put("Division", company.division())
        .put("Topic", subscription.topic())
        .json();
  }

  /** The callback is called without a body, and must answer 200. */
  private synchronized Reply subscribe(ExactApi api, EntitySet set, Ask ask) {
    base = api.base();
    JsonNode sent = ask.json();
    URI address = URI.create(sent.path("CallbackURL").asText());
    String topic = sent.path("Topic").asText();
    boolean known = subscriptions.values().stream().anyMatch(s -> s.topic().equals(topic));
    if (known) {
      throw new Refusal(400, "Bestaat reeds: Webhook");
    }
    boolean there =
        notices
            .deliver(address, Map.of(), new byte[0])
            .filter(reply -> reply.statusCode() == 200)
            .isPresent();
    if (!there) {
      throw new Refusal(400, "The callback URL does not answer with status 200.");
    }
    UUID id = company.id("subscription " + topic);
    Stamp stamp = new Stamp(0, id, 0, clock.instant(), clock.instant());
    Subscription subscription = new Subscription(stamp, address, topic);
    subscriptions.put(id, subscription);
    return ODataEntity.reply(201, set, row(id, subscription), api.base());
  }

  private synchronized Reply unsubscribe(Ask ask) {
    if (subscriptions.remove(UUID.fromString(ExactApi.key(ask))) == null) {
      throw Refusal.notFound("There is no such subscription.");
    }
    return Reply.empty(204);
  }

  private synchronized void changed(Change change) {
    String topic = topic(change.subject());
    for (Subscription subscription : subscriptions.values()) {
      if (subscription.topic().equals(topic)) {
        byte[] body = body(change, topic).getBytes(StandardCharsets.UTF_8);
        notices.send(subscription.address(), Map.of("Content-Type", "application/json"), body);
      }
    }
  }

  private String body(Change change, String topic) {
    ObjectNode content = Json.object();
    content.put("Topic", topic);
    content.put("ClientId", clientId);
    content.put("Division", company.division());
    content.put("Action", action(change.action()));
    String key = key(change);
    content.put("Key", key);
    content.put("ExactOnlineEndpoint", base + "/" + path(topic) + "(guid'" + key + "')");
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    content.put("EventCreatedOn", now.truncatedTo(ChronoUnit.MILLIS).toString());
    String text = Json.text(content);
    byte[] signature = Signature.of(secret, text.getBytes(StandardCharsets.UTF_8));
    String hash = HexFormat.of().withUpperCase().formatHex(signature);
    return "{\"Content\":" + text + ",\"HashCode\":\"" + hash + "\"}";
  }

  /** Of money an entry of the ledger is told, by its own id. */
  private String key(Change change) {
    return switch (change.subject()) {
      case CONTACT, INVOICE, CREDIT_NOTE -> change.id().toString();
      case PAYMENT, DEPOSIT -> company.id("entry " + change.id()).toString();
    };
  }

  private static String topic(Change.Subject subject) {
    return switch (subject) {
      case CONTACT -> "Accounts";
      case INVOICE, CREDIT_NOTE -> "SalesInvoices";
      case PAYMENT, DEPOSIT -> "FinancialTransactions";
    };
  }

  private static String path(String topic) {
    return switch (topic) {
      case "Accounts" -> "crm/Accounts";
      case "SalesInvoices" -> "salesinvoice/SalesInvoices";
      default -> "financialtransaction/TransactionLines";
    };
  }

  private static String action(Change.Action action) {
    return switch (action) {
      case CREATED -> "Create";
      case CHANGED -> "Update";
      case DELETED -> "Delete";
    };
  }
}
