package org.dunlin.work.contract;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;

/** Stripe Invoicing, as https://docs.stripe.com/api describes it. */
final class PlayedStripe implements PlayedVendor {
  private static final Set<String> LISTS = Set.of("/v1/invoices", "/v1/events");

  private final StripeBooks books = new StripeBooks();
  private final StripeApi api = new StripeApi(books);
  private int keys = 1;
  private boolean revoked;

  @Override
  public Map<String, String> settings() {
    return Map.of("secretKey", key());
  }

  private String key() {
    return "rk_test_" + keys;
  }

  @Override
  public HttpReply answer(HttpCall call) {
    if (!call.address().getHost().equals("api.stripe.com")) {
      return paperOf(call);
    }
    boolean permitted = ("Bearer " + key()).equals(call.headers().get("authorization"));
    return permitted && !revoked
        ? api.answer(call)
        : Replies.json(
            401, StripeJson.error("invalid_request_error", "api_key_expired", "Expired API key."));
  }

  /** Whoever has the address has the paper; the address of the API's answer leads to a store. */
  private HttpReply paperOf(HttpCall call) {
    if (call.headers().containsKey("authorization")) {
      throw new AssertionError("the key went to " + call.address().getHost());
    }
    String[] path = call.address().getPath().split("/");
    if (call.address().getHost().equals("pay.stripe.com")) {
      HttpReply found = new HttpReply(302, Map.of(), new byte[0]);
      return Replies.with(found, "Location", "https://files.stripe.com/links/" + path[2]);
    }
    return books
        .invoiceOf(path[2])
        .map(invoice -> new HttpReply(200, Map.of(), paper(invoice.number)))
        .orElseThrow();
  }

  @Override
  public Topic topic(HttpCall call) {
    String path = call.address().getPath();
    if (call.method().equals("POST") && path.endsWith("/webhook_endpoints")) {
      return Topic.SUBSCRIPTION;
    }
    return path.endsWith("/pay")
        ? Topic.PAYMENT
        : LISTS.contains(path) ? Topic.INVOICES : Topic.OTHER;
  }

  @Override
  public HttpReply tooMany(Optional<Duration> retryAfter) {
    HttpReply reply =
        Replies.json(
            429, StripeJson.error("invalid_request_error", "rate_limit", "Too many requests."));
    return retryAfter
        .map(span -> Replies.with(reply, "Retry-After", Long.toString(span.toSeconds())))
        .orElse(reply);
  }

  @Override
  public HttpReply failure() {
    return Replies.json(500, StripeJson.error("api_error", "", "An unknown error occurred."));
  }

  /** What was answered to an idempotency key is answered again, errors of the server included. */
  @Override
  public HttpReply failsAfterMaking(HttpCall call) {
    return api.failsAfterMaking(call, failure());
  }

  @Override
  public void sell(String number, String customer, String total) {
    books.sell(number, customer, total);
  }

  @Override
  public void pay(String number, String amount) {
    books.pay(books.invoice(number), amount);
  }

  @Override
  public void unpay(String number) {
    throw new UnsupportedOperationException("an invoice that is paid stays paid");
  }

  @Override
  public void voidInvoice(String number) {
    books.voidInvoice(books.invoice(number));
  }

  @Override
  public void delete(String number) {
    throw new UnsupportedOperationException("only drafts can be deleted");
  }

  @Override
  public void rename(String customer, String name) {
    books.rename(customer, name);
  }

  @Override
  public int payments(String number) {
    StripeBooks.Invoice invoice = books.invoice(number);
    return invoice.payments.size() + (invoice.paidOutOfBand ? 1 : 0);
  }

  @Override
  public void revoke() {
    revoked = true;
  }

  @Override
  public Map<String, String> permitAnew() {
    keys++;
    revoked = false;
    return Map.of("secretKey", key());
  }

  @Override
  public int subscriptions() {
    return api.standing();
  }

  @Override
  public Sent notice(String number, Instant at) {
    return sent(number, at, api.hookSecret());
  }

  @Override
  public Sent forged(String number, Instant at) {
    return sent(number, at, "whsec_of_somebody_else");
  }

  private Sent sent(String number, Instant at, String secret) {
    StripeBooks.Event event = books.lastEventOf(books.invoice(number));
    byte[] body = Replies.json(200, StripeJson.event(event)).body();
    String time = Long.toString(at.getEpochSecond());
    byte[] signed = (time + "." + ContractHub.text(body)).getBytes(StandardCharsets.UTF_8);
    String signature = HexFormat.of().formatHex(Hmac.sha256(secret, signed));
    return new Sent(Map.of("Stripe-Signature", "t=" + time + ",v1=" + signature), body);
  }
}
