package org.dunlin.bench.dun;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.store.Database;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.store.postgres.EmbeddedPostgres;
import org.dunlin.store.postgres.EmbeddedPostgresSettings;
import org.dunlin.store.secret.GivenKeys;
import org.dunlin.store.secret.HubKeys;
import org.dunlin.work.dun.DunCompany;
import org.joda.money.CurrencyUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Companies with open invoices in a server of their own, as the hub runs it: what is committed is
 * on disk. They are in shadow mode, in which all is decided and recorded and nothing leaves.
 */
final class OpenLedger implements AutoCloseable {
  /** A Tuesday. */
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private static final int BREAKER_FLOOR = 100;
  private static final long ATTACHED_BYTES = 1 << 20;

  private final EmbeddedPostgres server;
  private final Database database;
  private final Stores stores;
  private final DunCompany dun;

  private OpenLedger(Path data, EmbeddedPostgres server, Database database) throws IOException {
    this.server = server;
    this.database = database;
    stores =
        Stores.over(
            database.dataSource(),
            Duration.ofMinutes(5),
            Clock.systemUTC(),
            new HubKeys(database.dataSource(), data).open(new GivenKeys(List.of())));
    dun = new DunCompany(stores, Checkpoint.NONE, BREAKER_FLOOR, Duration.ZERO, ATTACHED_BYTES);
  }

  /** Starts one whose data lies in this empty directory. */
  static OpenLedger start(Path data) throws Exception {
    EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgresSettings.durable(data));
    return new OpenLedger(
        data, server, Database.open(server.jdbcUrl(), server.user(), server.password(), 4));
  }

  /**
   * Puts a company in place of the one before.
   *
   * @param due so many of a hundred invoices are due a reminder
   */
  void fill(int invoices, int customers, int due) {
    JdbcClient jdbc = jdbc();
    company();
    jdbc.sql("alter table invoice disable trigger user").update();
    insert(jdbc, invoices, customers, due);
    jdbc.sql("alter table invoice enable trigger user").update();
    stores.transactions().run(() -> stores.keptFigures().recount("bench"));
    jdbc.sql("vacuum analyze").update();
  }

  private void insert(JdbcClient jdbc, int invoices, int customers, int due) {
    jdbc.sql("truncate invoice, customer cascade").update();
    Map<String, Object> values =
        Map.of(
            "company", "bench",
            "invoices", invoices,
            "customers", customers,
            "due", due,
            "today", TODAY);
    // One session, since the function that makes ids is the session's.
    stores
        .transactions()
        .run(() -> statements().forEach(each -> jdbc.sql(each).params(values).update()));
  }

  private static List<String> statements() {
    try (InputStream script =
        Objects.requireNonNull(OpenLedger.class.getResourceAsStream("ledger.sql"))) {
      return List.of(new String(script.readAllBytes(), StandardCharsets.UTF_8).split(";\n\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Decides over everything on the day and records what was decided, as if nothing were there. */
  double seconds() {
    stores.transactions().run(() -> stores.nextLooks().forget("bench"));
    return secondsOn(TODAY);
  }

  /** The day after one on which everything was decided over. */
  double secondsOfADay() {
    seconds();
    return secondsOn(TODAY.plusDays(1));
  }

  private double secondsOn(LocalDate day) {
    jdbc()
        .sql("update company set dunned_on = null, business_date = :day")
        .param("day", day)
        .update();
    long begin = System.nanoTime();
    dun.next();
    return (System.nanoTime() - begin) / 1e9;
  }

  /**
   * The same rows and no more: the open invoices are read and the actions written, in bare
   * statements.
   */
  double bareSeconds() {
    JdbcClient jdbc = jdbc();
    jdbc.sql("create table if not exists bare_action (like action including all)").update();
    jdbc.sql("truncate bare_action").update();
    long begin = System.nanoTime();
    stores
        .transactions()
        .run(
            () -> {
              jdbc.sql("select record from invoice where status = 'OPEN'")
                  .query((row, number) -> row.getString(1).length())
                  .list();
              jdbc.sql("insert into bare_action select * from action").update();
            });
    return (System.nanoTime() - begin) / 1e9;
  }

  /** How many actions were recorded. */
  long actions() {
    return jdbc().sql("select count(*) from action").query(Long.class).single();
  }

  private JdbcClient jdbc() {
    return JdbcClient.create(database.dataSource());
  }

  private void company() {
    Company company =
        new Company(
            "bench",
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
        .transactions()
        .run(
            () -> {
              stores
                  .companies()
                  .put(
                      new CompanyProfile(
                          company, DunningMode.SHADOW, "ar@bench.example", null, TODAY));
              stores
                  .connections()
                  .put(new Connection("bench", "books", "folder", Map.of("path", "none"), false));
            });
  }

  @Override
  public void close() {
    stores.wakeups().close();
    database.close();
    server.close();
  }
}
