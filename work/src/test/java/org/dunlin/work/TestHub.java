package org.dunlin.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.store.Stores;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.TestKeys;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.lease.Leases;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.secret.KeyRing;
import org.dunlin.work.day.BusinessDay;
import org.dunlin.work.deliver.DeliverEffect;
import org.dunlin.work.dun.DunCompany;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.intake.Acceptance;
import org.dunlin.work.match.MatchCompany;
import org.dunlin.work.person.Decisions;
import org.dunlin.work.rollout.MailSender;
import org.dunlin.work.rollout.RollOut;
import org.dunlin.work.rollout.SwitchMode;
import org.dunlin.work.translate.TranslateDelivery;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All use cases over a database of their own, with a way out that is told what to answer. */
public final class TestHub implements AutoCloseable {
  /** The first business date: a Tuesday. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  /** The account of a company that was added without another. */
  public static final String IBAN = "NL44RABO0123456789";

  /** The connection of every company here. */
  public static final String CONNECTION = "books";

  /** So many messages a day never ask first. */
  public static final int BREAKER_FLOOR = 5;

  /** How large the documents of one message may be together. */
  public static final long ATTACHED_BYTES = 100_000;

  /** The largest file that is accepted. */
  public static final long LARGEST_FILE = 2 << 20;

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC);

  public final ScriptedOutlet outlet = new ScriptedOutlet();
  public final Stores stores;
  public final AcceptFile accept;
  public final TranslateDelivery translate;
  public final MatchCompany match;
  public final DunCompany dun;
  public final DeliverEffect deliver;
  public final Decisions decisions;
  public final SwitchMode modes;
  public final BusinessDay day;
  private final TestDatabase database;

  private TestHub(TestDatabase database) {
    this.database = database;
    stores = Stores.over(database.dataSource(), Duration.ofSeconds(30), CLOCK, TestKeys.RING);
    accept = new AcceptFile(stores, CLOCK, Checkpoint.NONE, LARGEST_FILE);
    translate = new TranslateDelivery(stores, Checkpoint.NONE);
    match = new MatchCompany(stores, Checkpoint.NONE);
    dun = new DunCompany(stores, Checkpoint.NONE, BREAKER_FLOOR, Duration.ZERO, ATTACHED_BYTES);
    deliver = new DeliverEffect(stores, outlet, Checkpoint.NONE);
    decisions = new Decisions(stores, Abilities.NONE);
    modes =
        new SwitchMode(stores, decisions, new RollOut(stores, new MailSender("ar@acme.example")));
    day = new BusinessDay(stores);
  }

  /** A hub without a company. */
  public static TestHub empty() {
    return new TestHub(TestDatabase.create());
  }

  /** A hub with the company {@code acme}, in this mode, with a folder and a test mailbox. */
  public static TestHub with(DunningMode mode) {
    TestHub hub = empty();
    hub.company("acme", mode, "test@acme.example", IBAN);
    return hub;
  }

  /** Another process over the same database, as its stores. */
  public Stores anotherProcess() {
    return anotherProcess(TestKeys.RING);
  }

  /** The same with other keys. */
  public Stores anotherProcess(KeyRing ring) {
    return Stores.over(database.dataSource(), Duration.ofSeconds(30), CLOCK, ring);
  }

  /** Adds a company whose business date is {@link #TODAY}, or says of one what its settings say. */
  public void company(String id, DunningMode mode, @Nullable String testMailbox, String... ibans) {
    Company company =
        new Company(
            id,
            "Company " + id,
            "NL",
            ZoneId.of("Europe/Amsterdam"),
            null,
            CurrencyUnit.EUR,
            Stream.of(ibans).map(AccountId::ofIban).toList(),
            null,
            null,
            30,
            Map.of(),
            null,
            mode);
    stores
        .transactions()
        .run(
            () -> {
              stores
                  .companies()
                  .put(
                      new CompanyProfile(
                          company, mode, "ar@" + id + ".example", testMailbox, TODAY));
              stores
                  .connections()
                  .put(
                      new Connection(
                          id, CONNECTION, "folder", Map.of("path", "folder-of-" + id), false));
              stores.companies().addWorkDue(id, WorkDue.MATCH);
            });
  }

  /** Offers a file to the company {@code acme}. */
  public Acceptance offer(String name, byte[] bytes) {
    return offer("acme", name, bytes);
  }

  /** Offers a file. */
  public Acceptance offer(String companyId, String name, byte[] bytes) {
    return accept.accept(companyId, CONNECTION, name, new ByteArrayInputStream(bytes));
  }

  /** Asks a stage until nothing waits for it. */
  public static void drain(BooleanSupplier stage) {
    boolean worked = true;
    while (worked) {
      worked = stage.getAsBoolean();
    }
  }

  /** Translates and matches all that waits. */
  public void settle() {
    drain(() -> translate.next() || match.next());
  }

  /** Does all that waits, up to the decision of what is to leave. */
  public void decide() {
    settle();
    drain(dun::next);
  }

  /** Does all that waits, and lets everything leave that may. */
  public void run() {
    boolean worked = true;
    while (worked) {
      decide();
      worked = false;
      while (deliver.next()) {
        worked = true;
      }
    }
  }

  /** Puts the technical time forward: what waits to be tried again may be tried now. */
  public void afterTheWait() {
    sql("update effect set not_before = now() - interval '1 second'");
  }

  /** Puts the technical time forward, past the end of every lease. */
  public void afterTheLease() {
    for (String table : Leases.LEASED) {
      sql("update " + table + " set lease_until = now() where lease_until > now()");
    }
    sql("update company_lease set until = now() where until > now()");
  }

  /** Changes rows as no use case would. */
  public void sql(String statement) {
    JdbcClient.create(database.dataSource()).sql(statement).update();
  }

  /** The database as it is. */
  public JdbcClient jdbc() {
    return JdbcClient.create(database.dataSource());
  }

  /** A delivery as it lies in the inbox. */
  public record Seen(
      UUID id,
      String name,
      String state,
      int attempts,
      int records,
      @Nullable String reasonCode,
      @Nullable String reason) {}

  /** The deliveries of {@code acme} in the order of intake. */
  public List<Seen> deliveries() {
    return deliveries("acme");
  }

  /** The deliveries of a company in the order of intake. */
  public List<Seen> deliveries(String companyId) {
    return jdbc()
        .sql(
            "select delivery_id, name, state, attempts, records, reason_code, reason from delivery"
                + " where company_id = ? order by intake_sequence")
        .param(companyId)
        .query(
            (row, number) ->
                new Seen(
                    row.getObject("delivery_id", UUID.class),
                    row.getString("name"),
                    row.getString("state"),
                    row.getInt("attempts"),
                    row.getInt("records"),
                    row.getString("reason_code"),
                    row.getString("reason")))
        .list();
  }

  /** The database, for what copies it as a whole. */
  public DataSource dataSource() {
    return database.dataSource();
  }

  /** The effects of {@code acme} in a state. */
  public List<Effect> effects(EffectState state) {
    return stores.outbox().in("acme", state, 1000);
  }

  /** Begins it in a transaction of its own, and comes back once it waits for the caller's. */
  public <T> CompletableFuture<T> waiting(Supplier<T> other) {
    CompletableFuture<T> begun = CompletableFuture.supplyAsync(other);
    String waits =
        "select count(*) from pg_locks l join pg_stat_activity a using (pid)"
            + " where a.datname = current_database() and not l.granted";
    while (!begun.isDone() && jdbc().sql(waits).query(Integer.class).single() == 0) {
      Thread.onSpinWait();
    }
    assertThat(begun).as("waits for the transaction of the caller").isNotDone();
    return begun;
  }

  @Override
  public void close() {
    database.close();
  }
}
