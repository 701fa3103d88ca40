package org.dunlin.work.contract.sandboxed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.exact.ExactCompany;
import org.dunlin.sandbox.program.exact.ExactProgram;
import org.dunlin.work.contract.Calls;
import org.dunlin.work.contract.Hmac;
import org.dunlin.work.contract.Replies;
import org.joda.money.CurrencyUnit;

/** The sandbox's Exact Online. Numbers of invoices are whole numbers there. */
public final class PlayedExact extends Sandboxed {
  private static final ExactCompany COMPANY =
      new ExactCompany(123456, "Acme B.V.", "NL", CurrencyUnit.EUR);
  private static final String API = "/api/v1/123456/";
  private static final String SECRET = "webhook secret of the app";
  private static final String REMAINING = "X-RateLimit-Remaining";
  private static final int PAGE = 3;

  private final ExactProgram program;

  /** With empty books. */
  public PlayedExact() {
    this(opened());
  }

  private PlayedExact(ExactProgram program) {
    super(program.books(), program.authorisation(), program.address(), ExactProgram.TOKEN, "");
    this.program = program;
    program.limits().lift();
    program.knownAs(URI.create("https://start.exactonline.nl"));
    program.hooks().sign(SECRET);
    program.pageSize("sync/Cashflow/PaymentTerms", PAGE);
    program.pageSize("bulk/Cashflow/Receivables", PAGE);
  }

  private static ExactProgram opened() {
    try {
      Clock clock = clock();
      return ExactProgram.open(new Books("exact", clock), COMPANY, APP, clock, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "country",
        "nl",
        "division",
        "123456",
        "journal",
        ExactCompany.BANK,
        "webhookSecret",
        SECRET,
        "clientId",
        APP.clientId(),
        "clientSecret",
        APP.clientSecret());
  }

  @Override
  public String shown(String number) {
    return number.replace("-", "");
  }

  @Override
  public Topic topic(HttpCall call) {
    String path = call.address().getPath();
    if (isForTokens(call)) {
      return Topic.ACCESS;
    }
    if (call.method().equals("POST") && path.equals(API + "webhooks/WebhookSubscriptions")) {
      return Topic.SUBSCRIPTION;
    }
    // Terms of documents have days on which they are due; terms of money are asked for without.
    boolean terms =
        path.equals(API + "sync/Cashflow/PaymentTerms")
            && Calls.query(call).getOrDefault("$select", "").contains("DueDate");
    return terms
        ? Topic.INVOICES
        : call.method().equals("POST") && path.equals(API + "financialtransaction/BankEntries")
            ? Topic.PAYMENT
            : Topic.OTHER;
  }

  @Override
  public HttpReply tooMany(Optional<Duration> retryAfter) {
    return tooMany(retryAfter, Map.of("X-RateLimit-Minutely-Remaining", "0", REMAINING, "4000"));
  }

  @Override
  public HttpReply dayUsedUp() {
    return tooMany(Optional.empty(), Map.of(REMAINING, "0"));
  }

  @Override
  public Sent notice(String number, Instant at) {
    program.hooks().notices().drain();
    String id = kept().invoice(number).id().toString();
    return mailslot.last(body -> body.at("/Content/Key").asText().equals(id));
  }

  @Override
  public Sent forged(String number, Instant at) {
    Sent genuine = notice(number, at);
    String content = Replies.json(genuine.body()).path("Content").toString();
    byte[] wrong = Hmac.sha256("another secret", content.getBytes(StandardCharsets.UTF_8));
    String hash = HexFormat.of().withUpperCase().formatHex(wrong);
    String body = "{\"Content\":" + content + ",\"HashCode\":\"" + hash + "\"}";
    return new Sent(genuine.headers(), body.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    program.close();
    super.close();
  }
}
