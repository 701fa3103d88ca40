package org.dunlin.bench.console;

import java.util.List;
import org.dunlin.bench.console.LargeLedger.Examples;

/** The pages that are opened. */
final class ConsolePages {
  /** What any page costs: it shows nothing of the ledger. */
  static final String BASELINE = "/login";

  private ConsolePages() {}

  static List<String> of(Examples examples) {
    return List.of(
        "/",
        "/customers",
        "/customers/" + examples.customer(),
        "/invoices",
        "/invoices/" + examples.invoice(),
        "/payments",
        "/payments/" + examples.payment(),
        "/messages",
        "/messages/" + examples.message(),
        "/messages/held",
        "/flows",
        "/inbox",
        "/outbox",
        "/journal",
        "/settings");
  }

  /** The page without the id of the record that it shows. */
  static String name(String path) {
    return path.replaceFirst("/[0-9a-f]{8}-[-0-9a-f]+$", "/{id}");
  }
}
