package org.dunlin.work.contract.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.work.contract.PlayedVendor;
import org.dunlin.work.contract.Replies;

/**
 * Odoo, as https://www.odoo.com/documentation/19.0/developer/reference/external_api.html and the
 * page of release 18 describe it, by one of its two interfaces.
 */
public final class PlayedOdoo implements PlayedVendor {
  /** An interface. */
  interface Protocol {
    /** What an admin fills in because of it. */
    Map<String, String> settings();

    /** The call that a request makes. */
    Call read(HttpCall call);

    /** What came of it. */
    HttpReply result(JsonNode result);

    /** That nothing came of it. */
    HttpReply failed(OdooError error);
  }

  /** A call, and who calls; of a sign-in the model is empty. */
  record Call(String model, String method, JsonNode ids, JsonNode arguments, String key) {}

  static final String ACCESS_DENIED = "odoo.exceptions.AccessDenied";
  static final String SESSION_EXPIRED = "odoo.http.SessionExpiredException";

  private final Protocol protocol;
  private final OdooBooks books = new OdooBooks();
  private final OdooMethods methods = new OdooMethods(books);
  private int keys = 1;
  private int signIns;
  private boolean revoked;
  private boolean expired;

  private PlayedOdoo(Protocol protocol) {
    this.protocol = protocol;
  }

  /** By the interface of release 19 and later. */
  public static PlayedOdoo json2() {
    return new PlayedOdoo(new OdooJson2());
  }

  /** By the interface of release 18 and before, which answers 200 whatever happens. */
  public static PlayedOdoo jsonRpc() {
    return new PlayedOdoo(new OdooJsonRpc());
  }

  @Override
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(protocol.settings());
    settings.put("address", "https://example.odoo.com");
    settings.put("apiKey", key());
    settings.put("journal", "7");
    return settings;
  }

  private String key() {
    return "odoo-key-" + keys;
  }

  @Override
  public HttpReply answer(HttpCall request) {
    Call call = protocol.read(request);
    boolean permitted = !revoked && call.key().equals(key());
    try {
      if (call.model().isEmpty()) {
        return signedIn(permitted);
      }
      if (!permitted) {
        throw new OdooError(ACCESS_DENIED, "Access Denied");
      }
      if (expired) {
        throw new OdooError(SESSION_EXPIRED, "Session expired");
      }
      return protocol.result(
          methods.call(call.model(), call.method(), call.ids(), call.arguments()));
    } catch (OdooError e) {
      return protocol.failed(e);
    }
  }

  private HttpReply signedIn(boolean permitted) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (permitted) {
      signIns++;
      expired = false;
    }
    return protocol.result(permitted ? json.numberNode(2) : json.booleanNode(false));
  }

  @Override
  public Topic topic(HttpCall request) {
    Call call = protocol.read(request);
    if (call.model().isEmpty()) {
      return Topic.ACCESS;
    }
    String domain = call.arguments().path("domain").toString();
    boolean list = domain.contains("\"posted_before\"");
    return call.method().equals("action_create_payments")
        ? Topic.PAYMENT
        : call.method().equals("action_cancel")
            ? Topic.REVERSAL
            : list ? Topic.INVOICES : Topic.OTHER;
  }

  /** It is the server before Odoo that counts requests. */
  @Override
  public HttpReply tooMany(Optional<Duration> retryAfter) {
    HttpReply reply = Replies.json(429, JsonNodeFactory.instance.objectNode());
    return retryAfter
        .map(span -> Replies.with(reply, "Retry-After", Long.toString(span.toSeconds())))
        .orElse(reply);
  }

  @Override
  public HttpReply failure() {
    return protocol.failed(
        new OdooError(
            "psycopg2.errors.SerializationFailure",
            "could not serialize access due to concurrent update"));
  }

  @Override
  public void sell(String number, String customer, String total) {
    books.sell(number, customer, total);
  }

  @Override
  public void pay(String number, String amount) {
    ObjectNode unused =
        books.pay(
            books.invoice(number),
            new BigDecimal(amount),
            OdooBooks.today(),
            JsonNodeFactory.instance.textNode("by hand"));
  }

  @Override
  public void unpay(String number) {
    books.unpay(books.invoice(number));
  }

  @Override
  public void voidInvoice(String number) {
    books.cancel(books.invoice(number));
  }

  @Override
  public void delete(String number) {
    books.tables.unlink(OdooBooks.MOVE, books.invoice(number));
  }

  @Override
  public void rename(String customer, String name) {
    books.rename(customer, name);
  }

  @Override
  public int payments(String number) {
    return books.payments(books.invoice(number));
  }

  @Override
  public void expire() {
    expired = true;
  }

  @Override
  public void revoke() {
    revoked = true;
  }

  @Override
  public Map<String, String> permitAnew() {
    keys++;
    revoked = false;
    expired = false;
    return Map.of("apiKey", key());
  }

  @Override
  public int renewals() {
    return signIns;
  }

  /** What an automation rule with the action "Send Webhook Notification" sends, unsigned. */
  @Override
  public Sent notice(String number, Instant at) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("_action", "Send Webhook Notification(#12)").put("_model", OdooBooks.MOVE);
    body.set("_id", books.invoice(number).path("id"));
    return new Sent(Map.of(), Replies.json(200, body).body());
  }
}
