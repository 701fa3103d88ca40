package org.dunlin.work.contract.sandboxed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.NoReply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.moneybird.MoneybirdCompany;
import org.dunlin.sandbox.program.moneybird.MoneybirdProgram;
import org.dunlin.work.contract.Hmac;
import org.dunlin.work.contract.Replies;
import org.joda.money.CurrencyUnit;

/** The sandbox's Moneybird. */
public final class PlayedMoneybird extends Sandboxed {
  private static final MoneybirdCompany COMPANY =
      new MoneybirdCompany(
          123456789012345678L, "Acme B.V.", "NL", CurrencyUnit.EUR, ZoneId.of("Europe/Amsterdam"));
  private static final String API = "/api/v2/123456789012345678/";

  private final MoneybirdProgram program;
  private String secret = "";

  /** With empty books. */
  public PlayedMoneybird() {
    this(opened());
  }

  private PlayedMoneybird(MoneybirdProgram program) {
    super(
        program.books(),
        program.authorisation(),
        program.address(),
        MoneybirdProgram.TOKEN,
        "sales_invoices settings");
    this.program = program;
    program.limits().lift();
    program.knownAs(URI.create("https://moneybird.com"));
  }

  private static MoneybirdProgram opened() {
    try {
      Clock clock = clock();
      return MoneybirdProgram.open(new Books("moneybird", clock), COMPANY, APP, clock, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "administration", Long.toString(COMPANY.administration()),
        "clientId", APP.clientId(),
        "clientSecret", APP.clientSecret());
  }

  @Override
  public HttpReply answer(HttpCall call) throws NoReply {
    HttpReply reply = super.answer(call);
    if (call.method().equals("POST") && call.address().getPath().equals(API + "webhooks.json")) {
      secret = Replies.json(reply.body()).path("secret").asText();
    }
    return reply;
  }

  @Override
  public Topic topic(HttpCall call) {
    String path = call.address().getPath();
    if (isForTokens(call)) {
      return Topic.ACCESS;
    }
    boolean list =
        path.equals(API + "sales_invoices.json")
            || path.equals(API + "sales_invoices/synchronization.json");
    if (call.method().equals("POST") && path.equals(API + "webhooks.json")) {
      return Topic.SUBSCRIPTION;
    }
    boolean pays = call.method().equals("POST") && path.endsWith("/payments.json");
    boolean takesBack = call.method().equals("DELETE") && path.contains("/payments/");
    return list ? Topic.INVOICES : pays ? Topic.PAYMENT : takesBack ? Topic.REVERSAL : Topic.OTHER;
  }

  @Override
  public HttpReply tooMany(Optional<Duration> retryAfter) {
    return tooMany(retryAfter, Map.of("RateLimit-Remaining", "0"));
  }

  /** Signed anew, as of this moment. */
  @Override
  public Sent notice(String number, Instant at) {
    return sent(number, at, secret);
  }

  @Override
  public Sent forged(String number, Instant at) {
    return sent(number, at, "another secret");
  }

  private Sent sent(String number, Instant at, String with) {
    program.hooks().notices().drain();
    byte[] body =
        mailslot.last(each -> each.at("/entity/invoice_id").asText().equals(number)).body();
    String text = new String(body, StandardCharsets.UTF_8);
    String signed = at.getEpochSecond() + "." + text;
    String signature =
        HexFormat.of().formatHex(Hmac.sha256(with, signed.getBytes(StandardCharsets.UTF_8)));
    return new Sent(
        Map.of("Moneybird-Signature", "t=" + at.getEpochSecond() + ",v1=" + signature), body);
  }

  @Override
  public void close() {
    program.close();
    super.close();
  }
}
