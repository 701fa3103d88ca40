package org.dunlin.work.contract.quickbooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.work.contract.Calls;
import org.dunlin.work.contract.Hmac;
import org.dunlin.work.contract.PlayedVendor;
import org.dunlin.work.contract.Replies;

/**
 * QuickBooks Online, as https://developer.intuit.com/app/developer/qbo/docs/api describes it. It
 * says that too much was asked with a status where it says how long to wait, and else inside of an
 * answer that is 200.
 */
public final class PlayedQuickBooks implements PlayedVendor {
  private static final String REALM = "9130354674010826";
  private static final String VERIFIER = "b5771f19b12ddb4bcdb9f08bdc50bc63878a";
  private static final String COMPANY = "/v3/company/" + REALM + "/";

  private final QuickBooksBooks books = new QuickBooksBooks();
  private final QuickBooksApi api = new QuickBooksApi(books);
  private final QuickBooksTokens tokens = new QuickBooksTokens();

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "realmId",
        REALM,
        "webhookVerifier",
        VERIFIER,
        "depositAccount",
        "35",
        "clientId",
        QuickBooksTokens.CLIENT_ID,
        "clientSecret",
        QuickBooksTokens.CLIENT_SECRET);
  }

  @Override
  public Map<String, String> token() {
    return tokens.pair();
  }

  @Override
  public HttpReply answer(HttpCall call) {
    if (call.address()
        .toString()
        .equals("https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer")) {
      return tokens.answer(call);
    }
    String path = call.address().getPath();
    if (!tokens.good(call)) {
      return QuickBooksFaults.unauthorised();
    }
    return call.address().getHost().equals("quickbooks.api.intuit.com") && path.startsWith(COMPANY)
        ? api.answer(call, path.substring(COMPANY.length()).split("/"))
        : QuickBooksFaults.validation("3100", "ApplicationAuthorizationFailed", path);
  }

  @Override
  public Topic topic(HttpCall call) {
    if (call.address().getHost().startsWith("oauth.")) {
      return Topic.ACCESS;
    }
    String path = call.address().getPath();
    String query = Calls.query(call).getOrDefault("query", "").toLowerCase(Locale.ROOT);
    if (path.endsWith("/query") && query.contains(" from invoice ")) {
      return Topic.INVOICES;
    }
    boolean voids = "void".equals(Calls.query(call).get("include"));
    return !path.endsWith("/payment") ? Topic.OTHER : voids ? Topic.REVERSAL : Topic.PAYMENT;
  }

  @Override
  public HttpReply tooMany(Optional<Duration> retryAfter) {
    return retryAfter
        .map(
            span ->
                Replies.with(
                    QuickBooksFaults.throttled(429),
                    "Retry-After",
                    Long.toString(span.toSeconds())))
        .orElseGet(() -> QuickBooksFaults.throttled(200));
  }

  @Override
  public HttpReply failure() {
    return QuickBooksFaults.failed();
  }

  @Override
  public void sell(String number, String customer, String total) {
    books.sell(number, customer, total);
  }

  @Override
  public void pay(String number, String amount) {
    ObjectNode unused = books.pay(books.invoice(number), new BigDecimal(amount));
  }

  @Override
  public void unpay(String number) {
    books.unpay(books.invoice(number));
  }

  @Override
  public void voidInvoice(String number) {
    books.voidInvoice(books.invoice(number));
  }

  @Override
  public void delete(String number) {
    books.delete(QuickBooksBooks.INVOICE, books.invoice(number));
  }

  @Override
  public void rename(String customer, String name) {
    books.rename(customer, name);
  }

  @Override
  public int payments(String number) {
    return books.paymentsOf(books.invoice(number)).size();
  }

  @Override
  public void expire() {
    tokens.expire();
  }

  @Override
  public void revoke() {
    tokens.revoke();
  }

  @Override
  public Map<String, String> permitAnew() {
    tokens.permitAnew();
    return Map.of();
  }

  @Override
  public int renewals() {
    return tokens.renewals();
  }

  @Override
  public boolean compromised() {
    return tokens.compromised();
  }

  @Override
  public Sent notice(String number, Instant at) {
    return sent(number, VERIFIER);
  }

  @Override
  public Sent forged(String number, Instant at) {
    return sent(number, "verifier of somebody else");
  }

  /** A CloudEvent, as Intuit sends them since 2026. */
  private Sent sent(String number, String verifier) {
    ObjectNode invoice = books.invoice(number);
    String state = invoice.path("Id").asText() + " " + invoice.path("SyncToken").asText();
    String id = UUID.nameUUIDFromBytes(state.getBytes(StandardCharsets.UTF_8)).toString();
    ArrayNode body = JsonNodeFactory.instance.arrayNode();
    ObjectNode event = body.addObject().put("specversion", "1.0").put("id", id);
    event.put("source", "intuit.the-hub").put("type", "qbo.invoice.updated.v1");
    event.put("datacontenttype", "application/json");
    event.put("time", invoice.at("/MetaData/LastUpdatedTime").asText());
    event.set("intuitentityid", invoice.path("Id"));
    event.put("intuitaccountid", REALM).putObject("data");
    byte[] bytes = Replies.json(200, body).body();
    String signature = Base64.getEncoder().encodeToString(Hmac.sha256(verifier, bytes));
    return new Sent(Map.of("intuit-signature", signature), bytes);
  }
}
