package org.dunlin.bench.pay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.dunlin.config.hub.Hub;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.sandbox.program.mollie.MollieAccount;
import org.dunlin.sandbox.program.mollie.MollieMethod;
import org.dunlin.sandbox.program.mollie.MolliePayer;
import org.dunlin.sandbox.program.mollie.MolliePayment;
import org.dunlin.sandbox.program.mollie.MollieProgram;
import org.dunlin.sandbox.program.moneybird.MoneybirdCompany;
import org.dunlin.sandbox.program.moneybird.MoneybirdProgram;
import org.dunlin.sandbox.program.oauth.AppCredentials;
import org.dunlin.store.Database;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.postgres.EmbeddedPostgres;
import org.dunlin.store.postgres.EmbeddedPostgresSettings;
import org.dunlin.work.pay.Checkouts;
import org.dunlin.work.pay.PaymentLinks;
import org.dunlin.work.pay.Started;
import org.dunlin.work.pay.Visit;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A whole hub as it runs, over a server of its own, with a simulated accounting program and a
 * simulated provider. What is committed is on disk.
 */
final class PaidHub implements AutoCloseable {
  /** As long as a program on the internet takes to answer. */
  static final int PROVIDER_MILLIS = 50;

  private static final String COMPANY = "bench";
  private static final long ADMINISTRATION = 123456;
  private static final long LOOK_MILLIS = 50;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int POOL = 4; // of those who look, and of the bare receiver
  private static final Clock CLOCK = Clock.systemUTC();

  private final EmbeddedPostgres server;
  private final Database database;
  private final MoneybirdProgram books;
  private final MollieProgram provider;
  private final ConfigurableApplicationContext hub;
  private final JdbcClient jdbc;

  /** An invoice that can be paid. */
  private record Open(UUID invoice, UUID customer, Money amount) {}

  private PaidHub(
      EmbeddedPostgres server,
      MoneybirdProgram books,
      MollieProgram provider,
      ConfigurableApplicationContext hub) {
    this.server = server;
    this.books = books;
    this.provider = provider;
    this.hub = hub;
    this.database = Database.open(server.jdbcUrl(), server.user(), server.password(), POOL);
    this.jdbc = JdbcClient.create(database.dataSource());
  }

  /** Starts one in this empty folder, whose company has sold so many times. */
  static PaidHub start(Path folder, int invoices) throws IOException {
    MoneybirdProgram books =
        MoneybirdProgram.open(
            Sale.books(invoices, CLOCK),
            new MoneybirdCompany(
                ADMINISTRATION, "Benchmark B.V.", "NL", CurrencyUnit.EUR, ZoneOffset.UTC),
            new AppCredentials("nobody", "uses it"),
            CLOCK,
            0);
    books.knownAs(URI.create("https://moneybird.com"));
    books.limits().lift();
    MollieProgram provider =
        MollieProgram.open(MollieAccount.of("Benchmark B.V.", CurrencyUnit.EUR), CLOCK, 0);
    provider.knownAs(URI.create("https://api.mollie.com"), URI.create("https://www.mollie.com"));
    provider.limits().lift();
    provider.hooks().keepBack();
    EmbeddedPostgres server =
        EmbeddedPostgres.start(EmbeddedPostgresSettings.durable(folder.resolve("data")));
    return Hub.start(settings(folder, server, books, provider))
        .map(hub -> new PaidHub(server, books, provider, hub))
        .orElseThrow(() -> new IllegalStateException("the hub did not start"));
  }

  private static Map<String, Object> settings(
      Path folder, EmbeddedPostgres server, MoneybirdProgram books, MollieProgram provider)
      throws IOException {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("spring.config.import", "");
    settings.put("server.port", 0);
    settings.put("logging.level.org.dunlin", "warn");
    settings.put("logging.level.org.dunlin.config.hub.SaidStandIns", "error");
    settings.put("dunlin.data", folder.resolve("hub"));
    settings.put("dunlin.database.url", server.jdbcUrl());
    settings.put("dunlin.database.user", server.user());
    settings.put("dunlin.database.password", server.password());
    settings.put("dunlin.programs.directory", folder.resolve("programs"));
    settings.put("dunlin.programs.stand-ins.moneybird", books.address());
    settings.put("dunlin.programs.stand-ins.mollie", provider.address());
    settings.put("dunlin.backup.nightly", false);
    int port = freePort();
    settings.put("dunlin.public.port", port);
    settings.put("dunlin.public.address", "127.0.0.1");
    settings.put("dunlin.public.url", "http://127.0.0.1:" + port);
    String company = "dunlin.companies[0].";
    settings.put(company + "id", COMPANY);
    settings.put(company + "name", "Benchmark B.V.");
    settings.put(company + "country", "NL");
    settings.put(company + "time-zone", "UTC");
    settings.put(company + "currency", "EUR");
    settings.put(company + "ibans", "NL44RABO0123456789");
    settings.put(company + "reply-to", "books@example.com");
    settings.put(company + "mode", "LIVE");
    settings.put(company + "go-live-anyway", "its world is simulated");
    String moneybird = company + "connections.moneybird.";
    settings.put(moneybird + "program", "moneybird");
    settings.put(moneybird + "settings.signIn", "token");
    settings.put(moneybird + "settings.apiToken", books.authorisation().personalToken());
    settings.put(moneybird + "settings.administration", ADMINISTRATION);
    String mollie = company + "connections.mollie.";
    settings.put(mollie + "program", "mollie");
    settings.put(mollie + "settings.access", "token");
    settings.put(mollie + "settings.apiKey", provider.account().accessToken());
    settings.put(mollie + "settings.profile", provider.account().profile());
    return settings;
  }

  /** The hub says its public address before it listens there. */
  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  DataSource pool() {
    return database.dataSource();
  }

  URI provider() {
    return provider.address();
  }

  String key() {
    return provider.account().accessToken();
  }

  /** Has all that was sold paid by links, and the hub has heard of none of it. */
  List<MolliePayment> paidUnheard(int invoices) throws InterruptedException {
    for (Open open : open(invoices)) {
      begin(open);
    }
    for (MolliePayment each : provider.till().payments()) {
      MolliePayment paid = provider.till().pay(each.id(), MollieMethod.IDEAL, MolliePayer.SOMEBODY);
      if (paid.notified().isEmpty()) {
        throw new IllegalStateException("nobody is told of " + paid.id());
      }
    }
    provider.trouble().takeTime(Duration.ofMillis(PROVIDER_MILLIS));
    return provider.till().payments();
  }

  private List<Open> open(int invoices) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      List<Open> open =
          jdbc.sql(
                  "select invoice_id, customer_id, open from open_instalment"
                      + " where company_id = :company order by invoice_id")
              .param("company", COMPANY)
              .query(
                  (row, number) ->
                      new Open(
                          row.getObject("invoice_id", UUID.class),
                          row.getObject("customer_id", UUID.class),
                          Money.of(CurrencyUnit.EUR, row.getBigDecimal("open"))))
              .list();
      if (open.size() == invoices && hooked()) {
        return open;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    throw new IllegalStateException("the invoices did not come in");
  }

  /** Whether the provider can be told where notices go. */
  private boolean hooked() {
    return hub.getBean(Stores.class)
        .programs()
        .secrets()
        .of(COMPANY, "mollie")
        .containsKey("hook.url");
  }

  private void begin(Open open) {
    Stores stores = hub.getBean(Stores.class);
    CompanyProfile profile = stores.companies().profile(COMPANY);
    PaymentLink link =
        stores
            .transactions()
            .in(
                () ->
                    hub.getBean(PaymentLinks.class)
                        .open(
                            profile,
                            open.customer(),
                            Set.of(open.invoice()),
                            LocalDate.now(CLOCK)));
    Started started =
        hub.getBean(Checkouts.class)
            .start(
                new Visit.Open(profile, open.customer(), link),
                open.amount(),
                Set.of(open.invoice()),
                URI.create("https://example.com/back"),
                Language.EN);
    if (!(started instanceof Started.Redirect)) {
      throw new IllegalStateException("an attempt to pay was not begun: " + started);
    }
  }

  /** Tells of so many a second, and waits until all of them are known and settled. */
  Reached tell(List<MolliePayment> payments, int aSecond) throws InterruptedException {
    Map<String, Long> told = Teller.times();
    try (Watch watch = new Watch(jdbc, COMPANY, payments.size(), told);
        Teller teller = new Teller()) {
      teller.tell(payments, aSecond, payment -> payment.notified().orElseThrow(), told);
      return watch.reached(PATIENCE);
    }
  }

  @Override
  public void close() {
    hub.close();
    database.close();
    server.close();
    provider.close();
    books.close();
  }
}
