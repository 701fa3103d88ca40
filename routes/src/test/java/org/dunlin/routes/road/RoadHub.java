package org.dunlin.routes.road;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.TryRoad.Tried;
import org.dunlin.core.road.RoadKind;
import org.dunlin.routes.AcceptRoute;
import org.dunlin.routes.HeldRoutes;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.TestKeys;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.store.company.FlowState;
import org.dunlin.store.ledger.Origin;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.record.Asked;
import org.dunlin.work.Payloads;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.road.RoadLog;
import org.dunlin.work.road.Roads;
import org.joda.money.CurrencyUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hub that goes roads: a database, Camel, and a company. */
final class RoadHub implements AutoCloseable {
  static final String COMPANY = "acme";
  static final long LARGEST = 10_000_000;
  private static final Duration SETTLE = Duration.ofMillis(20);

  private final TestDatabase database = TestDatabase.create();
  private final Stores stores =
      Stores.over(database.dataSource(), Duration.ofSeconds(30), Clock.systemUTC(), TestKeys.RING);
  private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
  private final AtomicReference<Step> deadly = new AtomicReference<>();

  /** Roads that a person stopped. */
  final HeldRoutes held = new HeldRoutes();

  private CamelContext camel = new DefaultCamelContext();
  private RoadSupervisor supervisor = start();

  RoadHub() {
    Company company =
        new Company(
            COMPANY,
            COMPANY,
            "NL",
            ZoneId.of("Europe/Amsterdam"),
            null,
            CurrencyUnit.EUR,
            List.of(),
            null,
            null,
            null,
            Map.of(),
            null,
            DunningMode.SHADOW);
    stores
        .companies()
        .put(new CompanyProfile(company, DunningMode.SHADOW, "ar@acme.example", null, null));
  }

  private RoadSupervisor start() {
    try {
      AcceptFile accept = new AcceptFile(stores, Clock.systemUTC(), this::reached, LARGEST);
      camel.addRoutes(new AcceptRoute(accept));
      camel.getShutdownStrategy().setTimeout(5);
      camel.start();
      return new RoadSupervisor(
          camel, new Roads(stores), new RoadLog(stores), Clock.systemUTC(), SETTLE, LARGEST, held);
    } catch (Exception e) { // Camel declares no narrower type
      throw new IllegalStateException(e);
    }
  }

  private void reached(Step step) {
    if (deadly.compareAndSet(step, null)) {
      throw new IllegalStateException("the process died at " + step);
    }
  }

  /** The next time that something comes to this step, it goes no further. */
  void dieAt(Step step) {
    deadly.set(step);
  }

  /** Begins anew with what the database has, as a new process does. */
  void restart() throws Exception {
    camel.close();
    camel = new DefaultCamelContext();
    supervisor = start();
    supervisor.look();
  }

  /** Adds a road, or changes it; settings that are secrets are named so in {@code secrets}. */
  void road(String id, RoadKind kind, Map<String, String> settings, Map<String, String> secrets) {
    Map<String, String> often = new HashMap<>(settings);
    often.putIfAbsent("every", "0.03");
    stores.connections().put(new Connection(COMPANY, id, kind.program(), often, false));
    secrets.forEach((name, secret) -> stores.programs().secrets().put(COMPANY, id, name, secret));
    supervisor.look();
    if (!goes(id)) {
      throw new AssertionError("the road does not start: " + failure(id));
    }
  }

  Tried look(String id) {
    return new Roads(stores).test(new LookOnce(camel), COMPANY, id).orElseThrow();
  }

  void pause(String id, boolean paused) {
    stores.connections().setPaused(COMPANY, id, paused);
    supervisor.look();
  }

  boolean goes(String id) {
    return camel.getRoute("intake/" + COMPANY + "/" + id) != null;
  }

  /** What was taken: connection, name and bytes of each delivery. */
  List<String> deliveries() {
    return jdbc.sql("select * from delivery order by intake_sequence")
        .query(
            (row, number) ->
                row.getString("connection_id")
                    + " "
                    + row.getString("name")
                    + " "
                    + row.getLong("bytes"))
        .list();
  }

  /** A reminder to a customer, as its Message-ID names it. */
  UUID reminded() {
    UUID customer =
        stores
            .customers()
            .apply(
                new Origin(COMPANY, "books", 1, Instant.EPOCH),
                new Customer(
                    "c-1",
                    null,
                    "Bakkerij Jansen",
                    "ap@example.nl",
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
                    null))
            .id();
    LocalDate day = LocalDate.of(2026, 11, 24);
    stores
        .actions()
        .add(
            COMPANY,
            new Action(
                "a-1",
                customer.toString(),
                "standard",
                "first",
                Channel.EMAIL,
                day,
                ActionState.SENT,
                List.of(),
                List.of()));
    UUID effect = Ids.next();
    stores
        .outbox()
        .add(
            Effect.decided(
                COMPANY,
                effect,
                "smtp",
                "smtp/" + customer,
                EffectKind.EMAIL,
                "a-1",
                Payloads.json(
                    new Dispatch.Email(
                        effect.toString(),
                        "Acme",
                        "ap@example.nl",
                        null,
                        "Reminder",
                        "text",
                        "html",
                        List.of(),
                        List.of())),
                EffectState.SENT,
                day));
    return effect;
  }

  /** What was said with customers: its kind and its words. */
  List<String> said() {
    return stores
        .records()
        .talk()
        .notes()
        .page(new Asked(COMPANY, Map.of(), null, null, 10))
        .items()
        .stream()
        .map(entry -> entry.kind() + " " + entry.text())
        .toList();
  }

  /** The Message-IDs of mails in which something came. */
  List<String> origins() {
    return jdbc.sql("select message_id from delivery_origin where message_id is not null")
        .query(String.class)
        .list();
  }

  /** What the journal says of this kind. */
  List<String> noted(String event) {
    return stores.journal().newest(COMPANY, 100).stream()
        .filter(noted -> noted.event().equals(event))
        .map(noted -> String.valueOf(noted.reason()))
        .toList();
  }

  /** How looks go; the failure of the last one that failed. */
  String failure(String id) {
    return flow(id).map(FlowState::lastFailure).orElse("") + "";
  }

  boolean well(String id) {
    return flow(id).filter(state -> state.lastSuccessAt() != null && !state.failing()).isPresent();
  }

  private Optional<FlowState> flow(String id) {
    return stores.flows().of(COMPANY).stream()
        .filter(state -> state.connectionId().equals(id) && state.flow().equals(RoadLog.FLOW))
        .findFirst();
  }

  Stores stores() {
    return stores;
  }

  @Override
  public void close() throws Exception {
    camel.close();
    database.close();
  }
}
