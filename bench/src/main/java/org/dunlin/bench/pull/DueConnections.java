package org.dunlin.bench.pull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.dunlin.bench.Rounds;
import org.dunlin.core.port.Stage;
import org.dunlin.routes.RouteSettings;
import org.dunlin.routes.StageRoutes;
import org.dunlin.routes.StageSwitches;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a thousand connections be due at once, with and without ten of them hanging. */
final class DueConnections {
  static final int CONNECTIONS = 1_000;
  static final int HANGING = 10;
  static final int ROUNDS = 5;

  /** How long programs take to answer. */
  static final int ANSWER_MILLIS = 50;

  private static final String UNDER_WAY = "lease_until is not null or due_at <= now()";
  private static final Duration SWEEP = Duration.ofSeconds(2);
  private static final Duration NEVER = Duration.ofDays(1);
  private static final long LOOK_MILLIS = 20;

  private final ProgramHub hub;
  private final Vendor vendor;
  private final JdbcClient jdbc;
  private final Set<String> hanging = new TreeSet<>();

  private DueConnections(ProgramHub hub, Vendor vendor) {
    this.hub = hub;
    this.vendor = vendor;
    jdbc = JdbcClient.create(hub.database().dataSource());
    for (int i = 0; i < HANGING; i++) {
      hanging.add(Integer.toString(i * CONNECTIONS / HANGING + 1));
    }
  }

  /**
   * Measures in this Java machine and prints the figures.
   *
   * @param arguments an empty folder
   */
  public static void main(String[] arguments) throws Exception {
    try (Vendor vendor = new Vendor(new MoneybirdPages(5, 5), ANSWER_MILLIS);
        ProgramHub hub = ProgramHub.start(Path.of(arguments[0]))) {
      hub.camel()
          .addRoutes(
              new StageRoutes(
                  Map.of(Stage.PULL, hub.pull()::next),
                  new RouteSettings(SWEEP, NEVER, NEVER, NEVER),
                  new StageSwitches()));
      ProducerTemplate template = hub.camel().createProducerTemplate();
      hub.listen(
          stage -> {
            if (stage == Stage.PULL) {
              template.sendBody(StageRoutes.wakeUri(stage), "");
            }
          });
      new DueConnections(hub, vendor).run();
    }
  }

  private void run() throws Exception {
    for (int i = 1; i <= CONNECTIONS; i++) {
      hub.connect("c" + i, vendor, Integer.toString(i));
    }
    undisturbed(); // until the Java machine has compiled what is called often
    disturbed();
    Rounds rounds = Rounds.of(ROUNDS, List.of(this::disturbed, this::undisturbed));
    ChildMachine.tell(rounds.median(0), rounds.median(1));
  }

  private double disturbed() throws InterruptedException {
    vendor.hang(hanging);
    double slowest = slowest("with " + HANGING + " hanging");
    vendor.letGo();
    awaitNone(UNDER_WAY); // else those that hung would hang again before the next one begins
    return slowest;
  }

  private double undisturbed() throws InterruptedException {
    return slowest("none hanging");
  }

  /** How long the one of those that answer waited that waited longest, in ms. */
  private double slowest(String what) throws InterruptedException {
    awaitNone(UNDER_WAY);
    jdbc.sql(
            "update connection_stream set due_at = now(), last_success_at = null where reading ="
                + " 'POLL'")
        .update();
    // those that may hang come first, so that they certainly have the places that they want
    jdbc.sql(
            """
            update program_connection set silences = 0,
                   due_at = now() - make_interval(secs => case when connection_id = any(:hanging) then 1 else 0 end)
            """)
        .param("hanging", hangingIds())
        .update();
    long begin = System.nanoTime();
    hub.wake();
    awaitNone(
        """
        not connection_id = any(:hanging) and exists (
          select from connection_stream s where s.connection_id = p.connection_id
             and s.reading = 'POLL' and s.last_success_at is null)
        """);
    double millis = (System.nanoTime() - begin) / 1e6;
    System.err.printf(Locale.ROOT, "%-16s %7.0f ms until the last one%n", what, millis);
    return millis;
  }

  private void awaitNone(String condition) throws InterruptedException {
    while (jdbc.sql("select exists (select from program_connection p where " + condition + ")")
        .param("hanging", hangingIds())
        .query(Boolean.class)
        .single()) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  private String[] hangingIds() {
    return hanging.stream().map(each -> "c" + each).toArray(String[]::new);
  }
}
