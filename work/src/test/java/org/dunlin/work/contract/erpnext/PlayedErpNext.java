package org.dunlin.work.contract.erpnext;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.work.contract.Calls;
import org.dunlin.work.contract.Hmac;
import org.dunlin.work.contract.PlayedVendor;
import org.dunlin.work.contract.Replies;
import org.dunlin.work.contract.erpnext.FrappeDocuments.Refused;

/** ERPNext, as https://docs.frappe.io/framework/user/en/api/rest describes its interface. */
public final class PlayedErpNext implements PlayedVendor {
  private static final String RESOURCE = "/api/resource/";
  private static final String SECRET = "secret of the webhook";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ErpNextBooks books = new ErpNextBooks();
  private int keys = 1;
  private boolean revoked;

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "address",
        "https://example.frappe.cloud",
        "apiKey",
        "key-of-a-user",
        "apiSecret",
        secret(),
        "company",
        ErpNextBooks.COMPANY,
        "bankAccount",
        ErpNextBooks.BANK,
        "modeOfPayment",
        "Wire Transfer",
        "webhookSecret",
        SECRET);
  }

  private String secret() {
    return "secret-" + keys;
  }

  @Override
  public HttpReply answer(HttpCall call) {
    String token = "token key-of-a-user:" + secret();
    try {
      if (revoked || !token.equals(call.headers().get("authorization"))) {
        throw new Refused(401, "AuthenticationError", "");
      }
      String path = call.address().getPath();
      if (path.equals("/api/method/frappe.utils.print_format.download_pdf")) {
        return printed(Calls.query(call).getOrDefault("name", ""));
      }
      if (path.equals("/api/method/frappe.client.cancel")) {
        return cancelled(call);
      }
      if (!path.startsWith(RESOURCE)) {
        throw new Refused(404, "DoesNotExistError", path);
      }
      String[] named = path.substring(RESOURCE.length()).split("/", 2);
      return data(call.method().equals("POST") ? made(named[0], call) : read(named, call));
    } catch (Refused refused) {
      return refused(refused.status, refused.type, String.valueOf(refused.getMessage()));
    }
  }

  private HttpReply printed(String number) {
    String name = books.documents.get(ErpNextBooks.INVOICE, number).path("name").asText();
    return new HttpReply(
        200,
        Map.of("content-type", List.of("application/pdf")),
        ("%PDF-1.4 " + name).getBytes(StandardCharsets.US_ASCII));
  }

  /** https://docs.frappe.io/framework/v14/user/en/api/client: cancels a submitted document. */
  private HttpReply cancelled(HttpCall call) {
    JsonNode named = Replies.json(call.body());
    ObjectNode body = JSON.objectNode();
    body.set("message", books.cancel(named.path("doctype").asText(), named.path("name").asText()));
    return Replies.json(200, body);
  }

  private JsonNode read(String[] named, HttpCall call) {
    return named.length == 2
        ? books.documents.get(named[0], named[1])
        : books.documents.list(named[0], Calls.query(call));
  }

  private JsonNode made(String kind, HttpCall call) {
    ObjectNode document = (ObjectNode) Replies.json(call.body());
    if (!kind.equals(ErpNextBooks.PAYMENT) || document.path("docstatus").asInt() != 1) {
      throw new Refused(403, "PermissionError", "Only submitted payment entries are made here.");
    }
    return books.enter(document);
  }

  private static HttpReply data(JsonNode data) {
    ObjectNode body = JSON.objectNode();
    body.set("data", data);
    return Replies.json(200, body);
  }

  private static HttpReply refused(int status, String type, String message) {
    ObjectNode body = JSON.objectNode().put("exc_type", type);
    body.put("exception", "frappe.exceptions." + type + ": " + message);
    return Replies.json(status, body);
  }

  @Override
  public Topic topic(HttpCall call) {
    String path = call.address().getPath();
    boolean post = call.method().equals("POST");
    return path.equals(RESOURCE + ErpNextBooks.INVOICE)
        ? Topic.INVOICES
        : post && path.equals(RESOURCE + ErpNextBooks.PAYMENT)
            ? Topic.PAYMENT
            : path.endsWith("/frappe.client.cancel") ? Topic.REVERSAL : Topic.OTHER;
  }

  @Override
  public HttpReply tooMany(Optional<Duration> retryAfter) {
    HttpReply reply = refused(429, "RateLimitExceededError", "Too many requests");
    return retryAfter
        .map(span -> Replies.with(reply, "Retry-After", Long.toString(span.toSeconds())))
        .orElse(reply);
  }

  @Override
  public HttpReply failure() {
    return refused(500, "QueryTimeoutError", "Lock wait timeout exceeded");
  }

  @Override
  public void sell(String number, String customer, String total) {
    books.sell(number, customer, total);
  }

  @Override
  public void pay(String number, String amount) {
    books.pay(number, amount);
  }

  @Override
  public void unpay(String number) {
    books.unpay(number);
  }

  @Override
  public void voidInvoice(String number) {
    books.cancel(number);
  }

  @Override
  public void delete(String number) {
    books.delete(number);
  }

  @Override
  public void rename(String customer, String name) {
    books.rename(customer, name);
  }

  @Override
  public int payments(String number) {
    return (int) books.payments(number).count();
  }

  @Override
  public void revoke() {
    revoked = true;
  }

  @Override
  public Map<String, String> permitAnew() {
    keys++;
    revoked = false;
    return Map.of("apiSecret", secret());
  }

  @Override
  public Sent notice(String number, Instant at) {
    return sent(number, SECRET);
  }

  @Override
  public Sent forged(String number, Instant at) {
    return sent(number, "secret of somebody else");
  }

  /** A webhook with the two fields that a person chose. */
  private static Sent sent(String number, String secret) {
    ObjectNode body = JSON.objectNode().put("doctype", ErpNextBooks.INVOICE).put("name", number);
    byte[] bytes = Replies.json(200, body).body();
    String signature = Base64.getEncoder().encodeToString(Hmac.sha256(secret, bytes));
    return new Sent(Map.of("X-Frappe-Webhook-Signature", signature), bytes);
  }
}
