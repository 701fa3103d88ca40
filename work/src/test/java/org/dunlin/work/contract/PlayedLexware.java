package org.dunlin.work.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.work.contract.LexwareBooks.Contact;
import org.dunlin.work.contract.LexwareBooks.Voucher;

/** Lexware Office, as https://developers.lexware.io/docs/ describes it. */
final class PlayedLexware implements PlayedVendor {
  private static final DateTimeFormatter EVENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx").withZone(LexwareBooks.ZONE);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The publisher's, who signs for all alike; to make another takes a while. */
  private static final RsaSignatures GENUINE = RsaSignatures.ofAKey();

  private final LexwareBooks books = new LexwareBooks();
  private final LexwareApi api = new LexwareApi(books, this::paper);
  private int keys = 1;
  private boolean revoked;

  @Override
  public Map<String, String> settings() {
    return Map.of("apiKey", key(), "webhookKey", GENUINE.publicKey());
  }

  private String key() {
    return "lexware-key-" + keys;
  }

  @Override
  public HttpReply answer(HttpCall call) {
    boolean permitted = ("Bearer " + key()).equals(call.headers().get("authorization"));
    return permitted && !revoked ? api.answer(call) : message(401, "Unauthorized");
  }

  @Override
  public Topic topic(HttpCall call) {
    String path = call.address().getPath();
    boolean subscribes = call.method().equals("POST") && path.equals("/v1/event-subscriptions");
    return subscribes
        ? Topic.SUBSCRIPTION
        : path.equals("/v1/voucherlist") ? Topic.INVOICES : Topic.OTHER;
  }

  @Override
  public HttpReply tooMany(Optional<Duration> retryAfter) {
    HttpReply reply = message(429, "Rate limit exceeded");
    return retryAfter
        .map(span -> Replies.with(reply, "Retry-After", Long.toString(span.toSeconds())))
        .orElse(reply);
  }

  private static HttpReply message(int status, String message) {
    return Replies.json(status, JSON.objectNode().put("message", message));
  }

  @Override
  public void sell(String number, String customer, String total) {
    books.sell(number, customer, total);
  }

  @Override
  public void pay(String number, String amount) {
    books.voucher(number).pay(amount, books.now());
  }

  @Override
  public void unpay(String number) {
    books.voucher(number).unpay(books.now());
  }

  @Override
  public void voidInvoice(String number) {
    books.voucher(number).cancel(books.now());
  }

  @Override
  public void delete(String number) {
    throw new UnsupportedOperationException("a final invoice cannot be deleted");
  }

  @Override
  public void rename(String customer, String name) {
    Contact contact = books.contact(customer);
    contact.rename(name);
  }

  @Override
  public int payments(String number) {
    return books.voucher(number).payments().size();
  }

  @Override
  public void revoke() {
    revoked = true;
  }

  @Override
  public Map<String, String> permitAnew() {
    keys++;
    revoked = false;
    return Map.of("apiKey", key());
  }

  @Override
  public int subscriptions() {
    return api.standing();
  }

  @Override
  public Sent notice(String number, Instant at) {
    return sent(number, GENUINE);
  }

  @Override
  public Sent forged(String number, Instant at) {
    return sent(number, RsaSignatures.ofAKey());
  }

  /** It says the kind of event and which object, and nothing of what the object is now. */
  private Sent sent(String number, RsaSignatures signatures) {
    Voucher voucher = books.voucher(number);
    ObjectNode event =
        JSON.objectNode()
            .put("organizationId", LexwareBooks.ORGANISATION)
            .put("eventType", voucher.lastEvent())
            .put("resourceId", voucher.id())
            .put("eventDate", EVENT.format(voucher.updated()));
    byte[] body = Replies.json(200, event).body();
    return new Sent(Map.of("X-Lxo-Signature", signatures.of(body)), body);
  }
}
