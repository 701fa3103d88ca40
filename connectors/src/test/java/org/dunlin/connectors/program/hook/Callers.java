package org.dunlin.connectors.program.hook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Sketch;

/** Programs that send notices, and their calls. */
final class Callers {
  static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  private Callers() {}

  /**
   * The notices of a program whose section {@code webhooks} is this; they may want nothing much.
   */
  static Hooks hooks(String said) {
    String webhooks =
        said.contains("wants:") ? said : said + "wants: [{stream: invoices, key: .none}]\n";
    Program program =
        Sketch.program(
            """
            capabilities: [read.invoices, read.payments, webhook]
            base: https://api.example.test/v1
            settings:
              - {name: hookKey, label: Key, type: secret}
              - {name: tenant, label: Tenant, type: text}
            authorisation: {kind: none}
            streams:
              invoices:
                gives: [read.invoices]
                every: PT15M
                request: {path: /invoices}
                records: .invoices
                key: .id
                paging: {kind: none}
                fetch: {request: {path: "/invoices/{key}"}, records: "[.invoice]"}
                mapping: invoices.jslt
              payments:
                gives: [read.payments]
                records: .payments
                key: .id
                fetch: {request: {path: "/payments/{key}"}, records: "[.payment]"}
                mapping: payments.jslt
            webhooks:
            """
                + webhooks.indent(2));
    return Hooks.of(program).orElseThrow();
  }

  /** A call with this body and these headers, as name and value in turn. */
  static HookCall call(String body, String... headers) {
    Map<String, List<String>> all = new TreeMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.computeIfAbsent(headers[i], name -> new ArrayList<>()).add(headers[i + 1]);
    }
    return new HookCall(all, body.getBytes(StandardCharsets.UTF_8));
  }

  /** What the connection of the call knows. */
  static Facts keyed(String secret) {
    return Facts.NONE.withSecret("settings.hookKey", secret).with("settings.tenant", "t-1");
  }
}
