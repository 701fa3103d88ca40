package org.dunlin.work.pull;

import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;

/**
 * A small bookkeeping program: invoices in pages of two, the oldest change first, behind tokens of
 * which a used one revokes the whole family.
 */
public final class Shop implements ScriptedVendor.Answer {
  /** The manifest of this program. */
  public static final String MANIFEST =
      """
      program: shop
      name: Shop Books
      documentation: https://developer.shop.example/
      capabilities: [read.invoices, webhook, push.payment]
      base: "https://api.shop.example/v1"
      settings:
        - {name: hookKey, label: Hook key, help: Where notices are set up., type: secret}
      authorisation:
        kind: oauth2
        grant: authorisation-code
        authorise: https://api.shop.example/authorise
        token: https://api.shop.example/token
        client: body
        scopes: [read]
        refresh: {rotates: true, margin: PT2M}
      limits:
        - {name: day, requests: 40, per: P1D, keep: 5, zone: UTC}
      errors:
        - {status: 429, header: {X-Problem: day}, then: wait, until: "limit day"}
      streams:
        invoices:
          gives: [read.invoices]
          every: PT15M
          request:
            path: /invoices
            query: {since: "{cursor|rfc3339}", page: "{page.number}"}
          records: .invoices
          key: .id
          version: .updated
          paging: {kind: page, first: 1, size: 2}
          cursor: {overlap: PT5M}
          sweep: {every: P1D}
          fetch: {request: {path: "/invoices/{key}"}, records: "[.invoice]"}
          mapping: invoices.jslt
      webhooks:
        verify: {kind: hmac-sha256, header: X-Signature, encoding: hex, secret: "{settings.hookKey}"}
        event: .id
        wants:
          - {stream: invoices, key: .invoice}
      effects:
        payment:
          capability: push.payment
          kind: LOOKUP
          lookup:
            request: {path: "/invoices/{key}/payments"}
            found: 'let there = [for (.payments) .id if (.reference == $effect.effect.reference)] $there[0]'
          request: {method: POST, path: "/invoices/{key}/payments", bodyFrom: payment.jslt}
          confirms: .payment.id
      """;

  /** What an admin fills in. */
  public static Map<String, String> settings(String hookKey) {
    return Map.of("hookKey", hookKey, "clientId", "our app", "clientSecret", "secret of our app");
  }

  /** What the person's permission gave. */
  public static Map<String, String> token() {
    return Map.of("access", "access-0", "refresh", "refresh-0");
  }

  private static final int PAGE = 2;

  private final Map<String, Instant> invoices = new HashMap<>();
  private final Set<String> spent = new HashSet<>();
  private String access = "access-0";
  private String refresh = "refresh-0";
  private int renewals;
  private boolean revoked;

  /** An invoice is there, changed at this moment. */
  public synchronized void put(String id, Instant updated) {
    invoices.put(id, updated);
  }

  /** An invoice is there no more. */
  public synchronized void remove(String id) {
    invoices.remove(id);
  }

  /** How often a token was renewed. */
  public synchronized int renewals() {
    return renewals;
  }

  @Override
  public synchronized HttpReply to(HttpCall call) {
    String path = call.address().getPath();
    if (path.equals("/token")) {
      return token(call);
    }
    if (!("Bearer " + access).equals(call.headers().get("authorization"))) {
      return reply(401, "{\"error\": \"token\"}");
    }
    if (path.equals("/v1/invoices")) {
      return page(parameters(call.address().getRawQuery()));
    }
    String id = path.substring("/v1/invoices/".length());
    Instant updated = invoices.get(id);
    return updated == null
        ? reply(404, "{}")
        : reply(200, "{\"invoice\": " + json(id, updated) + "}");
  }

  private HttpReply token(HttpCall call) {
    String used = parameters(body(call)).getOrDefault("refresh_token", "");
    if (parameters(body(call)).getOrDefault("code", "").equals("the code")) {
      return reply(
          200,
          "{\"access_token\": \"%s\", \"refresh_token\": \"%s\", \"expires_in\": 1800}"
              .formatted(access, refresh));
    }
    if (revoked || !used.equals(refresh) || !spent.add(used)) {
      revoked = true;
      return reply(400, "{\"error\": \"invalid_grant\"}");
    }
    renewals++;
    access = "access-" + renewals;
    refresh = "refresh-" + renewals;
    return reply(
        200,
        "{\"access_token\": \"%s\", \"refresh_token\": \"%s\", \"expires_in\": 1800}"
            .formatted(access, refresh));
  }

  private static String body(HttpCall call) {
    return new String(call.body(), StandardCharsets.UTF_8);
  }

  private HttpReply page(Map<String, String> parameters) {
    Instant since =
        parameters.containsKey("since") ? Instant.parse(parameters.get("since")) : Instant.MIN;
    int page = Integer.parseInt(parameters.getOrDefault("page", "1"));
    List<String> all = new ArrayList<>();
    invoices.entrySet().stream()
        .filter(each -> !each.getValue().isBefore(since))
        .sorted(
            Map.Entry.<String, Instant>comparingByValue(Comparator.naturalOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .skip((long) (page - 1) * PAGE)
        .limit(PAGE)
        .forEach(each -> all.add(json(each.getKey(), each.getValue())));
    return reply(200, "{\"invoices\": [" + String.join(",", all) + "]}");
  }

  private static String json(String id, Instant updated) {
    return "{\"id\": \"%s\", \"updated\": \"%s\"}".formatted(id, updated);
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String each : query.split("&")) {
      int equals = each.indexOf('=');
      if (equals > 0) {
        parameters.put(
            each.substring(0, equals),
            URLDecoder.decode(each.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }
}
