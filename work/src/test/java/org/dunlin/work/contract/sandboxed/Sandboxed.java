package org.dunlin.work.contract.sandboxed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.NoReply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.oauth.AppCredentials;
import org.dunlin.sandbox.program.oauth.AuthorisationServer;
import org.dunlin.sandbox.program.oauth.TokenRules;
import org.dunlin.work.contract.Calls;
import org.dunlin.work.contract.PlayedVendor;
import org.dunlin.work.contract.Replies;

/** What is the same of the sandbox's programs: books, tokens and the way to them. */
abstract class Sandboxed implements PlayedVendor {
  static final AppCredentials APP = new AppCredentials("the-hub", "secret/of+the hub");

  private static final Pattern HOOK = Pattern.compile("https://hub\\.example/hooks/[^\"]*");
  private static final String BACK = "https://hub.example/oauth/back";

  final Mailslot mailslot = slot();
  private final BooksKept kept;
  private final AuthorisationServer authorisation;
  private final Loopback loopback;
  private final String tokenPath;
  private final String scope;
  private final Set<String> spent = new HashSet<>();
  private Map<String, String> pair;
  private int renewals;
  private int subscriptions;
  private boolean compromised;
  private String hook = "";

  /**
   * @param tokenPath where tokens are exchanged
   * @param scope what a person consents to
   */
  Sandboxed(
      Books books, AuthorisationServer authorisation, URI server, String tokenPath, String scope) {
    this.kept = new BooksKept(books);
    this.authorisation = authorisation;
    this.loopback = new Loopback(server);
    this.tokenPath = tokenPath;
    this.scope = scope;
    TokenRules rules = authorisation.rules();
    // The hub's tokens are made old, and the clock goes on: the wait between renewals is not
    // played.
    authorisation.rules(
        new TokenRules(
            rules.access(),
            rules.refresh(),
            Duration.ZERO,
            rules.callsPerDay(),
            rules.refreshScope(),
            rules.reused(),
            rules.tooEarly()));
    pair = consented();
  }

  private static Mailslot slot() {
    try {
      return new Mailslot();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Clock clock() {
    return new TickingClock();
  }

  BooksKept kept() {
    return kept;
  }

  @Override
  public Map<String, String> token() {
    return pair;
  }

  /** A person says yes, and the code is exchanged. */
  private Map<String, String> consented() {
    Map<String, String> question =
        Map.of(
            "response_type",
            "code",
            "client_id",
            APP.clientId(),
            "redirect_uri",
            BACK,
            "scope",
            scope);
    URI back = authorisation.allow(URI.create(BACK + "?" + form(question)));
    String code = back.getRawQuery().replaceFirst("^code=", "");
    HttpReply reply =
        tokens(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                BACK,
                "client_id",
                APP.clientId(),
                "client_secret",
                APP.clientSecret()));
    JsonNode tokens = Replies.json(reply.body());
    return Map.of(
        "access", tokens.path("access_token").asText(),
        "refresh", tokens.path("refresh_token").asText());
  }

  private HttpReply tokens(Map<String, String> form) {
    try {
      return loopback.exchange(
          new HttpCall(
              "POST",
              URI.create("https://sandbox.example" + tokenPath),
              Map.of("content-type", "application/x-www-form-urlencoded"),
              form(form).getBytes(StandardCharsets.UTF_8)));
    } catch (NoReply e) {
      throw new IllegalStateException(e);
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  @Override
  public HttpReply answer(HttpCall call) throws NoReply {
    if (!isForTokens(call)) {
      HttpReply reply = loopback.exchange(led(call));
      if (call.address().getPath().toLowerCase(Locale.ROOT).contains("/webhook")) {
        subscriptions += reply.status() == 201 ? 1 : reply.status() == 204 ? -1 : 0;
        return back(reply);
      }
      return reply;
    }
    HttpReply reply = loopback.exchange(call);
    String shown = Calls.form(call).getOrDefault("refresh_token", "");
    if (reply.status() == 200) {
      renewals++;
      spent.add(shown);
    } else {
      compromised |= spent.contains(shown);
    }
    return reply;
  }

  /** The request as it goes on; a subscription leads to where its notices are kept. */
  HttpCall led(HttpCall call) {
    String body = new String(call.body(), StandardCharsets.UTF_8);
    Matcher told = HOOK.matcher(body);
    if (told.find()) {
      hook = told.group();
    }
    String led = told.replaceAll(mailslot.address().toString());
    return new HttpCall(
        call.method(), call.address(), call.headers(), led.getBytes(StandardCharsets.UTF_8));
  }

  /** The answer as of a program that was told the address of the hub. */
  private HttpReply back(HttpReply reply) {
    String body = new String(reply.body(), StandardCharsets.UTF_8);
    String told = body.replace(mailslot.address().toString(), hook);
    return new HttpReply(reply.status(), reply.headers(), told.getBytes(StandardCharsets.UTF_8));
  }

  final boolean isForTokens(HttpCall call) {
    return call.address().getPath().equals(tokenPath);
  }

  /** Too many requests, with headers of the program's own. */
  static HttpReply tooMany(Optional<Duration> retryAfter, Map<String, String> headers) {
    HttpReply reply = new HttpReply(429, Map.of(), new byte[0]);
    for (Map.Entry<String, String> each : headers.entrySet()) {
      reply = Replies.with(reply, each.getKey(), each.getValue());
    }
    if (retryAfter.isPresent()) {
      return Replies.with(reply, "Retry-After", Long.toString(retryAfter.get().toSeconds()));
    }
    return reply;
  }

  @Override
  public HttpReply failure() {
    return new HttpReply(
        503,
        Map.of("content-type", List.of("text/html")),
        "<!doctype html><title>Unavailable</title>".getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void sell(String number, String customer, String total) {
    kept.sell(number, customer, total);
  }

  @Override
  public void pay(String number, String amount) {
    kept.pay(number, amount);
  }

  @Override
  public void unpay(String number) {
    kept.unpay(number);
  }

  @Override
  public void voidInvoice(String number) {
    kept.voidInvoice(number);
  }

  @Override
  public void delete(String number) {
    kept.delete(number);
  }

  @Override
  public void rename(String customer, String name) {
    kept.rename(customer, name);
  }

  @Override
  public int payments(String number) {
    return kept.payments(number).size();
  }

  @Override
  public void expire() {
    authorisation.expire();
  }

  @Override
  public void revoke() {
    authorisation.revoke();
  }

  @Override
  public Map<String, String> permitAnew() {
    pair = consented();
    return Map.of();
  }

  @Override
  public int renewals() {
    return renewals;
  }

  @Override
  public boolean compromised() {
    return compromised;
  }

  @Override
  public int subscriptions() {
    return subscriptions;
  }

  @Override
  public void close() {
    loopback.close();
    mailslot.close();
  }
}
