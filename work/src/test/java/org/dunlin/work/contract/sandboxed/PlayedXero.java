package org.dunlin.work.contract.sandboxed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.xero.XeroCompany;
import org.dunlin.sandbox.program.xero.XeroProgram;
import org.dunlin.work.contract.Hmac;
import org.joda.money.CurrencyUnit;

/** The sandbox's Xero. */
public final class PlayedXero extends Sandboxed {
  private static final XeroCompany COMPANY = new XeroCompany("Acme B.V.", "NL", CurrencyUnit.EUR);
  private static final String KEY = "webhook key of the app";
  private static final String SCOPE =
      "offline_access accounting.invoices accounting.payments accounting.banktransactions"
          + " accounting.contacts.read";
  private static final String PROBLEM = "X-Rate-Limit-Problem";

  private final XeroProgram program;

  /** With empty books. */
  public PlayedXero() {
    this(opened());
  }

  private PlayedXero(XeroProgram program) {
    super(program.books(), program.authorisation(), program.address(), XeroProgram.TOKEN, SCOPE);
    this.program = program;
    program.limits().lift();
    program.knownAs(URI.create("https://api.xero.com"));
    program.hooks().to(mailslot.address(), KEY);
  }

  private static XeroProgram opened() {
    try {
      Clock clock = clock();
      return XeroProgram.open(new Books("xero", clock), COMPANY, APP, clock, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "tenant", COMPANY.tenant().toString(),
        "paymentAccount", XeroCompany.BANK_ACCOUNT,
        "webhookKey", KEY,
        "clientId", APP.clientId(),
        "clientSecret", APP.clientSecret());
  }

  @Override
  public Topic topic(HttpCall call) {
    String path = call.address().getPath();
    boolean reads = call.method().equals("GET");
    if (isForTokens(call)) {
      return Topic.ACCESS;
    }
    return reads && path.equals("/api.xro/2.0/Invoices")
        ? Topic.INVOICES
        : reads
            ? Topic.OTHER
            : path.equals("/api.xro/2.0/Payments")
                ? Topic.PAYMENT
                : path.startsWith("/api.xro/2.0/Payments/")
                    ? Topic.REVERSAL
                    : path.equals("/api.xro/2.0/BankTransactions") ? Topic.FEE : Topic.OTHER;
  }

  @Override
  public HttpReply tooMany(Optional<Duration> retryAfter) {
    return tooMany(retryAfter, Map.of(PROBLEM, "minute"));
  }

  @Override
  public HttpReply dayUsedUp() {
    return tooMany(Optional.empty(), Map.of(PROBLEM, "day", "X-DayLimit-Remaining", "0"));
  }

  @Override
  public Sent notice(String number, Instant at) {
    program.hooks().notices().drain();
    String id = kept().invoice(number).id().toString();
    return mailslot.last(body -> body.at("/events/0/resourceId").asText().equals(id));
  }

  @Override
  public Sent forged(String number, Instant at) {
    Sent genuine = notice(number, at);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(genuine.headers());
    byte[] wrong = Hmac.sha256("key of another app", genuine.body());
    headers.put("x-xero-signature", Base64.getEncoder().encodeToString(wrong));
    return new Sent(headers, genuine.body());
  }

  @Override
  public void close() {
    program.close();
    super.close();
  }
}
