package org.dunlin.config.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.dunlin.core.port.RouteStatus;
import org.dunlin.core.port.Spans;
import org.dunlin.store.Database;
import org.dunlin.work.watch.Reading;

/** All that is measured of this process, and the last readings of the hub. */
public final class Metrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<org.dunlin.work.watch.Gauge, MultiGauge> gauges =
      new EnumMap<>(org.dunlin.work.watch.Gauge.class);
  private final MultiGauge inFlight;
  private final MultiGauge failures;
  private volatile Instant readAt = Instant.EPOCH;
  private volatile List<Reading> last = List.of();

  /**
   * @param pool how much of the pool of the database is in use
   * @param now the time
   */
  public Metrics(Supplier<Database.Pool> pool, Supplier<Instant> now) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    connections(pool, "active", Database.Pool::active);
    connections(pool, "idle", Database.Pool::idle);
    connections(pool, "waiting", Database.Pool::waiting);
    connections(pool, "most", Database.Pool::most);
    Gauge.builder(
            "dunlin.readings.age.seconds",
            this,
            each -> Math.max(0, Duration.between(each.readAt, now.get()).toSeconds()))
        .description("How long ago the gauges of the hub were read")
        .register(registry);
    for (org.dunlin.work.watch.Gauge gauge : org.dunlin.work.watch.Gauge.values()) {
      gauges.put(
          gauge, MultiGauge.builder(gauge.title()).description(gauge.help()).register(registry));
    }
    inFlight =
        MultiGauge.builder("dunlin.route.in.flight")
            .description("How much is on its way in a route of this process")
            .register(registry);
    failures =
        MultiGauge.builder("dunlin.route.failures")
            .description("How much failed in a route of this process")
            .register(registry);
  }

  private void connections(
      Supplier<Database.Pool> pool, String state, ToDoubleFunction<Database.Pool> figure) {
    Gauge.builder("dunlin.database.connections", pool, each -> figure.applyAsDouble(each.get()))
        .description("Connections of this process to the database")
        .tag("state", state)
        .strongReference(true) // nobody else holds it
        .register(registry);
  }

  /** Shows these readings from now on, and no others. */
  public void show(List<Reading> readings, List<RouteStatus> routes, Instant at) {
    Map<org.dunlin.work.watch.Gauge, List<MultiGauge.Row<?>>> rows =
        new EnumMap<>(org.dunlin.work.watch.Gauge.class);
    for (Reading reading : readings) {
      rows.computeIfAbsent(reading.gauge(), gauge -> new ArrayList<>())
          .add(MultiGauge.Row.of(tags(reading), reading.value()));
    }
    gauges.forEach((gauge, shown) -> shown.register(rows.getOrDefault(gauge, List.of()), true));
    inFlight.register(rows(routes, RouteStatus::inFlight), true);
    failures.register(rows(routes, RouteStatus::failures), true);
    last = List.copyOf(readings);
    readAt = at;
  }

  private static List<MultiGauge.Row<?>> rows(
      List<RouteStatus> routes, ToDoubleFunction<RouteStatus> figure) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    for (RouteStatus route : routes) {
      rows.add(MultiGauge.Row.of(Tags.of("route", route.id()), figure.applyAsDouble(route)));
    }
    return rows;
  }

  private static Tags tags(Reading reading) {
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < reading.values().size(); i++) {
      tags.add(Tag.of(reading.gauge().labels().get(i), reading.values().get(i)));
    }
    return Tags.of(tags);
  }

  /** The readings that are shown. */
  List<Reading> last() {
    return last;
  }

  /** A step of the work ended. */
  void step(Spans.Work work, boolean well, Duration taken) {
    Timer.builder("dunlin.step")
        .description("Steps of the work in this process")
        .tag("step", work.step().name().toLowerCase(Locale.ROOT))
        .tag("company", work.companyId())
        .tag("outcome", well ? "done" : "broke_off")
        .register(registry)
        .record(taken);
  }

  /** A request was answered. */
  void request(String method, String route, int status, Duration taken) {
    Timer.builder("dunlin.request")
        .description("Requests to pages and the API")
        .tag("method", method)
        .tag("route", route)
        .tag("status", String.valueOf(status))
        .register(registry)
        .record(taken);
  }

  /** In the text format of Prometheus. */
  public String text() {
    return registry.scrape();
  }
}
