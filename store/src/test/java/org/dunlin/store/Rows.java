package org.dunlin.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.inbox.DeliveryState;
import org.dunlin.store.inbox.RawContent.Rest;
import org.dunlin.store.lease.Leases;
import org.dunlin.store.ledger.Origin;
import org.dunlin.store.ledger.Payments.Entry;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.secret.DeliveryKeys.WrappedKey;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database with the company {@code acme}, and the rows that specifications begin with. */
public final class Rows implements AutoCloseable {
  /** Any day. */
  public static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  /** The account of every company here. */
  public static final AccountId ACCOUNT = AccountId.ofIban("NL44RABO0123456789");

  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(30);

  public final Stores stores;
  private final TestDatabase database = TestDatabase.create();

  public Rows() {
    stores = anotherProcess();
    company("acme");
  }

  /** The stores of another process over the same database. */
  public Stores anotherProcess() {
    return Stores.over(database.dataSource(), LEASE, Clock.systemUTC(), TestKeys.RING);
  }

  /** The pool of this database. */
  public DataSource dataSource() {
    return database.dataSource();
  }

  /** The rows themselves. */
  public JdbcClient jdbc() {
    return JdbcClient.create(database.dataSource());
  }

  /** Lets every lease end now. */
  public void afterTheLease() {
    for (String table : Leases.LEASED) {
      jdbc().sql("update " + table + " set lease_until = now() where lease_until > now()").update();
    }
    jdbc().sql("update company_lease set until = now() where until > now()").update();
  }

  /** Adds a company. */
  public void company(String id) {
    Company company =
        new Company(
            id,
            id,
            "NL",
            ZoneId.of("Europe/Amsterdam"),
            null,
            CurrencyUnit.EUR,
            List.of(ACCOUNT),
            null,
            null,
            null,
            Map.of(),
            null,
            DunningMode.LIVE);
    stores
        .companies()
        .put(new CompanyProfile(company, DunningMode.LIVE, "ar@" + id + ".example", null, DAY));
  }

  /** Where the records of a delivery with this place in the order of intake come from. */
  public static Origin origin(String companyId, long sequence) {
    return new Origin(companyId, "books", sequence, NOW);
  }

  /** Adds a customer and one invoice to it; the invoice's id. */
  public UUID invoice(String companyId, String number, String outstanding) {
    Origin origin = origin(companyId, 1);
    UUID customer = stores.customers().apply(origin, customer("c-" + number)).id();
    return stores.invoices().add(origin, said(number, outstanding), customer).orElseThrow();
  }

  /** What a source says of a customer. */
  public static Customer customer(String id) {
    return new Customer(
        id,
        null,
        "Customer " + id,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        List.of(),
        null,
        null,
        null);
  }

  /** What a source says of an open invoice of 1000 euros. */
  public static Invoice said(String number, String outstanding) {
    return new Invoice(
        number,
        number,
        InvoiceKind.INVOICE,
        "somebody",
        DAY.minusDays(40),
        DAY.minusDays(10),
        null,
        Money.parse("EUR 1000.00"),
        euros(outstanding),
        InvoiceStatus.OPEN,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  /** Adds money that came in; the payment's id. */
  public UUID payment(String companyId, String key, String amount) {
    stores
        .payments()
        .add(
            origin(companyId, 1),
            Ids.next(),
            0,
            List.of(new Entry(0, in(key, amount), new byte[] {1}, false)));
    return jdbc()
        .sql("select payment_id from payment where company_id = ? and entry_key = ?")
        .params(companyId, key)
        .query(UUID.class)
        .single();
  }

  /** Money that came in. */
  public static Payment in(String key, String amount) {
    return new Payment(
        key,
        PaymentKind.TRANSFER,
        Direction.IN,
        DAY,
        null,
        euros(amount),
        "Somebody",
        null,
        null,
        "something",
        null,
        List.of(),
        null,
        null,
        ACCOUNT,
        null,
        null);
  }

  /** Adds a delivery whose bytes are elsewhere; its id. */
  public UUID delivery(String companyId, String name) {
    UUID id = Ids.next();
    stores
        .inbox()
        .accept(
            delivery(companyId, id, name, 0),
            Digests.sha256().digest(id.toString().getBytes(StandardCharsets.UTF_8)),
            empty());
    return id;
  }

  /** The bytes of an empty file. */
  public static Rest empty() {
    return new Rest(0, new byte[0], 0, new WrappedKey("key", new byte[0]));
  }

  /** A delivery as intake makes it. */
  public static Delivery delivery(String companyId, UUID id, String name, long bytes) {
    return delivery(companyId, id, name, bytes, LocalDate.of(2026, 11, 1));
  }

  /** A delivery of a month, as intake makes it. */
  public static Delivery delivery(String companyId, UUID id, LocalDate month) {
    return delivery(companyId, id, "a", 0, month);
  }

  private static Delivery delivery(
      String companyId, UUID id, String name, long bytes, LocalDate month) {
    return new Delivery(
        companyId,
        id,
        0,
        "books",
        name,
        bytes,
        NOW,
        month,
        true,
        null,
        DeliveryState.NEW,
        0,
        0,
        null,
        null,
        null,
        null,
        null);
  }

  /** Adds an e-mail that waits; its id. */
  public UUID email(String companyId, String orderingKey) {
    UUID id = Ids.next();
    stores
        .outbox()
        .add(
            Effect.decided(
                companyId,
                id,
                "smtp",
                orderingKey,
                EffectKind.EMAIL,
                null,
                "{\"to\": \"" + orderingKey + "@example.org\"}",
                EffectState.PENDING,
                DAY));
    return id;
  }

  /** Euros. */
  public static Money euros(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }

  @Override
  public void close() {
    database.close();
  }
}
