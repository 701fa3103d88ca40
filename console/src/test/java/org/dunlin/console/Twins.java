package org.dunlin.console;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.ledger.Origin;
import org.jspecify.annotations.Nullable;

/** What two connections of a scene's company say of what may be one. */
final class Twins {
  private final Stores stores;
  private final String company;
  private final Map<String, String> customers = new HashMap<>();
  private final Map<String, String> invoices = new HashMap<>();
  private int said;

  Twins(Scene scene) {
    stores = scene.stores();
    company = scene.id();
    stores.connections().put(new Connection(company, "billing", "ledgerly", Map.of(), false));
  }

  void customer(String connection, String name, @Nullable String vat) {
    String id = customers.computeIfAbsent(connection, key -> UUID.randomUUID().toString());
    Customer said =
        new Customer(
            id, null, name, null, null, null, null, vat, null, List.of(), false, List.of(), null,
            null, null);
    stores.customers().apply(origin(connection), said);
  }

  void invoice(String connection, String number, String total) {
    String id = invoices.computeIfAbsent(connection, key -> UUID.randomUUID().toString());
    Invoice said =
        new Invoice(
            id,
            number,
            InvoiceKind.INVOICE,
            sourceId(connection),
            Scene.TODAY.minusDays(40),
            Scene.TODAY.minusDays(10),
            null,
            Scene.euro(total),
            Scene.euro(total),
            InvoiceStatus.OPEN,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            null);
    UUID customer = stores.customers().id(company, connection, sourceId(connection)).orElseThrow();
    stores.invoices().add(origin(connection), said, customer);
  }

  /** The id of a connection's customer there. */
  String sourceId(String connection) {
    return String.valueOf(customers.get(connection));
  }

  Customer said(String connection) {
    UUID id = stores.customers().id(company, connection, sourceId(connection)).orElseThrow();
    return stores.customers().find(company, id).orElseThrow();
  }

  /** The invoice that a connection's is, or is a source of. */
  UUID invoice(String connection) {
    String id = String.valueOf(invoices.get(connection));
    return stores
        .invoices()
        .id(company, connection, id)
        .orElseGet(
            () -> stores.furtherSources().find(company, connection, id).orElseThrow().invoiceId());
  }

  void matchIsDue() {
    stores.companies().addWorkDue(company, WorkDue.MATCH);
  }

  private Origin origin(String connection) {
    return new Origin(company, connection, ++said, Instant.parse("2026-11-20T08:00:00Z"));
  }
}
