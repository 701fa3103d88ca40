package org.dunlin.store.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the server again, on the same port, when its postmaster dies while the hub lives. (When
 * another of its processes dies, PostgreSQL recovers by itself.)
 *
 * <p>It looks by a clock of its own: {@link ProcessHandle#onExit} notices only after seconds, since
 * the postmaster is not a child of the hub.
 */
final class Watch {

  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final long LOOK_EVERY_MILLIS = 500;
  private static final int DEATHS_AT_MOST = 5;

  /** A server that lived this long has recovered from its last death. */
  private static final Duration RECOVERED = Duration.ofMinutes(10);

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("dunlin-postgres-watch").unstarted(task));

  private final Server server;
  private final Leftovers leftovers;
  private final int port;
  private final ScheduledFuture<?> looking;
  private long postmaster;
  private long bornNanos;
  private int deaths;
  private boolean ended;

  private Watch(Server server, int port) throws IOException {
    this.server = server;
    this.leftovers = Leftovers.of(server);
    this.port = port;
    noteBirth();
    this.looking =
        clock.scheduleWithFixedDelay(
            this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Watches a server that has just been started. */
  static Watch over(Server server, int port) throws IOException {
    return new Watch(server, port);
  }

  synchronized long postmaster() {
    return postmaster;
  }

  /**
   * Ends the watch, so that the server may be stopped; waits for a start under way.
   *
   * @return whether it had not ended before
   */
  synchronized boolean end() {
    var first = !ended;
    ended = true;
    clock.shutdown();
    return first;
  }

  private synchronized void look() {
    if (ended || leftovers.mayBeRunning(postmaster)) {
      return;
    }
    try {
      revive();
    } catch (IOException | RuntimeException failed) {
      LOG.error("PostgreSQL could not be started again; the hub must be restarted", failed);
      looking.cancel(false);
    }
  }

  private void revive() throws IOException {
    var lived = Duration.ofNanos(System.nanoTime() - bornNanos);
    deaths = lived.compareTo(RECOVERED) > 0 ? 1 : deaths + 1;
    if (deaths > DEATHS_AT_MOST) {
      throw new IOException("It died " + deaths + " times in a row");
    }
    LOG.error("PostgreSQL (pid {}) died after {}; starting it again", postmaster, lived);
    leftovers.remove();
    var samePort = new Start(server, () -> port).run();
    noteBirth();
    LOG.info("PostgreSQL runs again on port {}", samePort);
  }

  private void noteBirth() throws IOException {
    postmaster = PostmasterFile.of(server.directory().cluster()).pid().orElseThrow();
    bornNanos = System.nanoTime();
  }
}
