package org.dunlin.bench.console;

import java.util.List;
import java.util.stream.Stream;
import org.dunlin.bench.console.LargeLedger.Examples;

/** The pages that are opened. */
final class ConsolePages {
  /** What any page costs: it shows nothing of the ledger. */
  static final String BASELINE = "/login";

  private static final String COMPANY = "company=" + RunningHub.COMPANY;

  private ConsolePages() {}

  static List<String> of(Examples examples) {
    return Stream.of(
            "/",
            "/customers",
            "/customers?search=jansen",
            "/customers/" + examples.customer(),
            "/invoices",
            "/invoices?show=ALL",
            "/invoices?search=2026-00001",
            "/invoices/" + examples.invoice(),
            "/payments",
            "/payments?show=ALL&search=factuur",
            "/payments/" + examples.payment(),
            "/messages",
            "/messages/held",
            "/messages/" + examples.message(),
            "/flows",
            "/inbox",
            "/deliveries/" + examples.delivery(),
            "/outbox",
            "/outbox/" + examples.message(),
            "/journal",
            "/company",
            "/tokens",
            "/settings",
            "/api")
        .map(path -> path + (path.contains("?") ? "&" : "?") + COMPANY)
        .toList();
  }

  /** The page without its company and the id of the record that it shows. */
  static String name(String path) {
    return path.replaceFirst("[?&]" + COMPANY, "")
        .replaceFirst("/[0-9a-f]{8}-[-0-9a-f]+$", "/{id}");
  }
}
