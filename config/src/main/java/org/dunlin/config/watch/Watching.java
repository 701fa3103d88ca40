package org.dunlin.config.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.dunlin.core.port.RouteBoard;
import org.dunlin.work.watch.Reading;
import org.dunlin.work.watch.Readings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Reads the gauges every half minute, so that a scrape costs the database nothing. */
public final class Watching implements SmartLifecycle {
  /** How often they are read. */
  static final long SECONDS = 30;

  private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

  private final Readings readings;
  private final RouteBoard routes;
  private final Metrics metrics;
  private final Clock clock;
  private final ScheduledExecutorService timer;
  private volatile boolean running;

  /** Shows what it reads in these metrics. */
  public Watching(Readings readings, RouteBoard routes, Metrics metrics, Clock clock) {
    this.readings = readings;
    this.routes = routes;
    this.metrics = metrics;
    this.clock = clock;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("dunlin-watch").factory());
  }

  /** Reads them now. A database that is away for a moment leaves the last readings. */
  public void read() {
    try {
      Instant now = clock.instant();
      List<Reading> taken = readings.take(now);
      metrics.show(taken, routes.all(), now);
    } catch (RuntimeException e) {
      LOG.warn("the gauges could not be read: {}", e.getMessage());
    }
  }

  @Override
  public void start() {
    running = true;
    timer.scheduleWithFixedDelay(this::read, 0, SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
