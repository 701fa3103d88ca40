package org.dunlin.bench.intake;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.routes.AcceptRoute;
import org.dunlin.store.Database;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.store.postgres.EmbeddedPostgres;
import org.dunlin.store.postgres.EmbeddedPostgresSettings;
import org.dunlin.store.secret.GivenKeys;
import org.dunlin.store.secret.HubKeys;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.intake.Acceptance;
import org.joda.money.CurrencyUnit;

/**
 * The part of a hub that takes in, over a server of its own as the hub runs it: what is committed
 * is on disk. Nobody translates beside it, as nobody does beside the bare rows.
 */
final class IntakeHub implements Consumer<byte[]>, AutoCloseable {
  private static final String COMPANY = "bench";
  private static final String CONNECTION = "books";
  private static final int POOL = 20;
  private static final long LARGEST = 1 << 20;

  private final EmbeddedPostgres server;
  private final Database database;
  private final Stores stores;
  private final CamelContext camel = new DefaultCamelContext();
  private final ProducerTemplate road;
  private final Endpoint accept;
  private final AtomicLong files = new AtomicLong();

  private IntakeHub(Path data, EmbeddedPostgres server, Database database) throws Exception {
    this.server = server;
    this.database = database;
    stores =
        Stores.over(
            database.dataSource(),
            Duration.ofSeconds(30),
            Clock.systemUTC(),
            new HubKeys(database.dataSource(), data).open(new GivenKeys(List.of())));
    company();
    stores.wakeups().start(stage -> {});
    camel.addRoutes(
        new AcceptRoute(new AcceptFile(stores, Clock.systemUTC(), Checkpoint.NONE, LARGEST)));
    camel.start();
    road = camel.createProducerTemplate();
    accept = camel.getEndpoint(AcceptRoute.ACCEPT); // as a route that is made once finds it
  }

  /** Starts one whose data lies in this empty directory. */
  static IntakeHub start(Path data) throws Exception {
    EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgresSettings.durable(data));
    return new IntakeHub(
        data, server, Database.open(server.jdbcUrl(), server.user(), server.password(), POOL));
  }

  /** The pool that its clients use. */
  DataSource pool() {
    return database.dataSource();
  }

  @Override
  public void accept(byte[] content) {
    Exchange answer =
        road.request(
            accept,
            exchange -> {
              exchange.setProperty(AcceptRoute.COMPANY, COMPANY);
              exchange.setProperty(AcceptRoute.CONNECTION, CONNECTION);
              exchange.setProperty(AcceptRoute.NAME, files.incrementAndGet() + ".xml");
              exchange.getMessage().setBody(new ByteArrayInputStream(content), InputStream.class);
            });
    if (answer.getException() != null) {
      throw new IllegalStateException("a file was not taken", answer.getException());
    }
    if (!(answer.getMessage().getBody() instanceof Acceptance.Accepted)) {
      throw new IllegalStateException("a file was not taken: " + answer.getMessage().getBody());
    }
  }

  private void company() {
    Company company =
        new Company(
            COMPANY,
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
    stores
        .connections()
        .put(new Connection(COMPANY, CONNECTION, "folder", Map.of("path", "none"), false));
  }

  @Override
  public void close() throws Exception {
    road.close();
    camel.close();
    stores.wakeups().close();
    database.close();
    server.close();
  }
}
