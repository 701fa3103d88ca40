package org.dunlin.config.hub;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.store.Stores;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.company.Connection;
import org.dunlin.store.ledger.Origin;
import org.dunlin.work.pay.PaymentLinks;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A company that the settings file raises to live tells its programs what the console's would. */
class LiveByFileTest {
  private static final LocalDate DUE = LocalDate.of(2026, 11, 19);

  @TempDir private Path folder;

  @Test
  void itsProgramsAreToldOfPaymentLinksThatWereMadeBefore() {
    try (TestDatabase database = TestDatabase.create()) {
      try (ConfigurableApplicationContext hub =
          Hub.start(settings(database, "SHADOW")).orElseThrow()) {
        Stores stores = hub.getBean(Stores.class);
        stores.connections().put(new Connection("acme", "moneybird", "moneybird", Map.of(), true));
        UUID invoice = invoice(stores);
        UUID customer =
            UUID.fromString(
                stores.invoices().find("acme", invoice).orElseThrow().invoice().customerId());
        hub.getBean(PaymentLinks.class).make("acme", customer, Set.of(invoice), "anna");
        assertThat(told(database)).isZero();
      }
      try (ConfigurableApplicationContext hub =
          Hub.start(settings(database, "LIVE")).orElseThrow()) {
        assertThat(told(database)).isOne();
      }
    }
  }

  /** How many links a program is told of, or was. */
  private static int told(TestDatabase database) {
    return JdbcClient.create(database.dataSource())
        .sql(
            """
            select count(*) from write_back join effect using (company_id, effect_id)
             where write_back.kind = 'PAYMENT_LINK' and state <> 'SHADOW'
            """)
        .query(Integer.class)
        .single();
  }

  private static UUID invoice(Stores stores) {
    Origin origin = new Origin("acme", "moneybird", 1, Instant.parse("2026-11-20T09:00:00Z"));
    Customer customer =
        new Customer(
            "C1", null, "Bakery", null, null, null, null, null, null, List.of(), null, List.of(),
            null, null, null);
    UUID customerId = stores.customers().apply(origin, customer).id();
    Money total = Money.parse("EUR 100.00");
    Invoice invoice =
        new Invoice(
            "I1",
            "INV-1",
            InvoiceKind.INVOICE,
            "C1",
            DUE.minusDays(30),
            DUE,
            null,
            total,
            total,
            InvoiceStatus.OPEN,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            null);
    return stores.invoices().add(origin, invoice, customerId).orElseThrow();
  }

  private Map<String, Object> settings(TestDatabase database, String mode) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("spring.config.import", "");
    settings.put("server.port", "0");
    settings.put(
        "dunlin.key",
        Base64.getEncoder().encodeToString("key of specifications: 32 bytes.".getBytes(US_ASCII)));
    settings.put("dunlin.data", folder.resolve("data"));
    settings.put("dunlin.backup.nightly", "false");
    settings.put("dunlin.database.url", database.jdbcUrl());
    settings.put("dunlin.database.user", database.user());
    settings.put("dunlin.database.password", database.password());
    settings.put("dunlin.public.port", freePort());
    settings.put("dunlin.public.url", "https://pay.example.test");
    settings.put("dunlin.companies[0].id", "acme");
    settings.put("dunlin.companies[0].name", "Acme B.V.");
    settings.put("dunlin.companies[0].country", "NL");
    settings.put("dunlin.companies[0].time-zone", "Europe/Amsterdam");
    settings.put("dunlin.companies[0].currency", "EUR");
    settings.put("dunlin.companies[0].ibans[0]", "NL44RABO0123456789");
    settings.put("dunlin.companies[0].reply-to", "ar@example.test");
    settings.put("dunlin.companies[0].mode", mode);
    settings.put("dunlin.companies[0].go-live-anyway", "its world is simulated");
    return settings;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
