package org.dunlin.bench.pull;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.dunlin.connectors.program.Programs;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Stage;
import org.dunlin.core.port.Wire;
import org.dunlin.routes.CamelWire;
import org.dunlin.routes.ProgramClient;
import org.dunlin.routes.ProgramRoutes;
import org.dunlin.routes.StageRoutes;
import org.dunlin.routes.WireSettings;
import org.dunlin.store.Database;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.postgres.EmbeddedPostgres;
import org.dunlin.store.postgres.EmbeddedPostgresSettings;
import org.dunlin.store.secret.GivenKeys;
import org.dunlin.store.secret.HubKeys;
import org.dunlin.work.access.PushFile;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.hook.HookAddress;
import org.dunlin.work.hook.Subscribe;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.intake.AcceptPage;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.StandIns;
import org.dunlin.work.profile.Author;
import org.dunlin.work.program.ChangeProgram;
import org.dunlin.work.pull.PullNext;
import org.dunlin.work.pull.ToldLedger;
import org.dunlin.work.quota.Allowance;
import org.dunlin.work.token.Credentials;
import org.dunlin.work.translate.FolderTranslators;
import org.dunlin.work.translate.TranslateDelivery;
import org.joda.money.CurrencyUnit;

/**
 * The part of a hub that reads programs, over a server of its own as the hub runs it: what is
 * committed is on disk.
 */
final class ProgramHub implements AutoCloseable {
  static final String COMPANY = "bench";

  private static final int POOL = 20; // dunlin.database.connections where nothing else is said
  private static final long LARGEST = 1 << 20;
  private static final Duration BEAT = Duration.ofSeconds(10);
  private static final Clock CLOCK = Clock.systemUTC();

  private final EmbeddedPostgres server;
  private final Database database;
  private final Stores stores;
  private final CamelContext camel = new DefaultCamelContext();
  private final CloseableHttpClient client = ProgramClient.of(WireSettings.usual(true));
  private final PullNext pull;
  private final TranslateDelivery translate;
  private final ChangeProgram changes;

  private ProgramHub(Path data, EmbeddedPostgres server, Database database) throws Exception {
    this.server = server;
    this.database = database;
    stores =
        Stores.over(
            database.dataSource(),
            BEAT.multipliedBy(3),
            CLOCK,
            new HubKeys(database.dataSource(), data).open(new GivenKeys(List.of())));
    addCompany(COMPANY);
    camel.getRegistry().bind(ProgramRoutes.CLIENT, client);
    camel.addRoutes(new ProgramRoutes());
    RouteBuilder.addRoutes(
        camel,
        routes ->
            routes
                .from("timer:heartbeat?period=" + BEAT.toMillis())
                .process(exchange -> stores.leases().renew()));
    camel.start();
    Programs programs = VendorFolder.programs();
    Links links = new Links(stores, programs, CLOCK);
    CamelWire wire =
        new CamelWire(camel.createProducerTemplate(), WireSettings.usual(true), StandIns.NONE);
    pull = pullNext(links, wire);
    translate =
        new TranslateDelivery(
            stores, new FolderTranslators(links), Checkpoint.NONE, Abilities.NONE);
    changes = new ChangeProgram(stores, links, wire, true);
  }

  /** Starts one whose data lies in this empty directory. */
  static ProgramHub start(Path data) throws Exception {
    EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgresSettings.durable(data));
    return new ProgramHub(
        data, server, Database.open(server.jdbcUrl(), server.user(), server.password(), POOL));
  }

  private PullNext pullNext(Links links, Wire wire) {
    Allowance allowance = new Allowance(stores, CLOCK);
    AskProgram ask =
        new AskProgram(
            stores, wire, allowance, new Credentials(stores, wire, allowance, CLOCK), CLOCK);
    AcceptFile acceptFile = new AcceptFile(stores, CLOCK, Checkpoint.NONE, LARGEST);
    return new PullNext(
        stores,
        links,
        ask,
        allowance,
        new AcceptPage(stores, CLOCK),
        new Subscribe(
            stores, ask, new PushFile(stores, acceptFile), HookAddress.NONE, links, CLOCK),
        new ToldLedger(stores, links),
        Checkpoint.NONE,
        CLOCK,
        StageRoutes.PULLING);
  }

  /** Adds a company; not all of them are read. */
  void addCompany(String id) {
    Company company =
        new Company(
            id,
            "Benchmark",
            "NL",
            ZoneOffset.UTC,
            null,
            CurrencyUnit.EUR,
            List.of(),
            null,
            null,
            30,
            Map.of(),
            null,
            DunningMode.SHADOW);
    stores
        .companies()
        .put(new CompanyProfile(company, DunningMode.SHADOW, "ar@bench.example", null, null));
  }

  /** Connects the company to an administration of the vendor. */
  void connect(String id, Vendor vendor, String administration) {
    changes.add(
        COMPANY,
        id,
        VendorFolder.NAME,
        VendorFolder.settings(vendor, administration),
        Author.onPage("bench"));
  }

  /** Starts to tell of wake-ups, and to hear of them. */
  void listen(Consumer<Stage> woken) {
    stores.wakeups().start(woken);
  }

  /** Wakes whoever pulls. */
  void wake() {
    stores.wakeups().wake(Stage.PULL);
  }

  PullNext pull() {
    return pull;
  }

  TranslateDelivery translate() {
    return translate;
  }

  CamelContext camel() {
    return camel;
  }

  Database database() {
    return database;
  }

  @Override
  public void close() throws Exception {
    camel.close();
    client.close();
    stores.wakeups().close();
    database.close();
    server.close();
  }
}
