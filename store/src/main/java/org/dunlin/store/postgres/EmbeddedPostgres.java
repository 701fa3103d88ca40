package org.dunlin.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of the hub's own, in the hub's data directory, listening on the loopback
 * interface only. What is committed survives a crash of the server, the hub and the machine.
 *
 * <p>One hub at a time has a data directory. A server that a killed hub left running is stopped
 * first; one that dies is started again. Closing stops the server.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

  /** Each statement is planned when a connection sends it for the first time, and never again. */
  private static final String PLANNED_ONCE =
      "?prepareThreshold=1&preparedStatementCacheQueries=1000";

  private final DataDirectoryLock lock;
  private final Server server;
  private final Supervisor supervisor;
  private final Watch watch;

  private EmbeddedPostgres(
      DataDirectoryLock lock, Server server, Supervisor supervisor, Watch watch) {
    this.lock = lock;
    this.server = server;
    this.supervisor = supervisor;
    this.watch = watch;
  }

  /**
   * Starts the server, after making its files if there are none.
   *
   * @throws DataDirectoryInUse if another hub has the data directory
   * @throws PostgresFailure if there can be no server here, with the reason and a remedy
   */
  public static EmbeddedPostgres start(EmbeddedPostgresSettings settings) {
    return start(settings, FreePort::find);
  }

  static EmbeddedPostgres start(EmbeddedPostgresSettings settings, Start.PortChoice ports) {
    var begin = System.nanoTime();
    var directory = DataDirectory.at(settings.dataDirectory());
    var lock = DataDirectoryLock.take(directory);
    try {
      var server = new Preparation(settings, directory).run();
      var started = start(lock, server, ports);
      LOG.info(
          "PostgreSQL runs in {} on port {}, started in {} ms",
          directory.cluster(),
          started.port(),
          Duration.ofNanos(System.nanoTime() - begin).toMillis());
      return started;
    } catch (IOException | UncheckedIOException unusable) {
      lock.close();
      throw PostgresFailure.unusable(directory.home(), unusable);
    } catch (RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  private static EmbeddedPostgres start(
      DataDirectoryLock lock, Server server, Start.PortChoice ports) throws IOException {
    var directory = server.directory();
    var password = Passwords.readOrMake(directory.supervisorPassword());
    var hubPassword = Passwords.readOrMake(directory.hubPassword());
    var port = new Start(server, ports).run();
    try {
      var supervisor = new Supervisor(directory, port, password, hubPassword);
      supervisor.provideHub();
      if (server.settings().isDurable()) {
        supervisor.checkDurable();
      }
      return new EmbeddedPostgres(lock, server, supervisor, Watch.over(server, port));
    } catch (SQLException refused) {
      stop(server);
      throw refusal(directory, refused);
    } catch (IOException | RuntimeException failed) {
      stop(server);
      throw failed;
    }
  }

  private static PostgresFailure refusal(DataDirectory directory, SQLException refused) {
    return new PostgresFailure(
        PostgresFailure.Code.START_FAILED,
        directory.cluster(),
        "The embedded PostgreSQL runs but refuses the hub (" + refused.getMessage() + ").",
        "If the file " + directory.supervisorPassword() + " was changed, bring it back.",
        refused);
  }

  /** Where to connect to the hub's database; stays the same until this is closed. */
  public String jdbcUrl() {
    String url = supervisor.jdbcUrl(Supervisor.HUB);
    return server.settings().isShortLived() ? url + PLANNED_ONCE : url;
  }

  /** The role that owns the hub's database; it may create databases but is no superuser. */
  public String user() {
    return Supervisor.HUB;
  }

  /** The password of {@link #user()}; a secret. */
  public String password() {
    return supervisor.hubPassword();
  }

  /** The port on the loopback interface, another one after each start of the hub. */
  public int port() {
    return supervisor.port();
  }

  /** The process id of the server's first process; another one when it died and was revived. */
  public long postmaster() {
    return watch.postmaster();
  }

  /** The hub's data directory, as an absolute path without symbolic links. */
  public Path dataDirectory() {
    return server.directory().root();
  }

  /** Stops the server, ending what still runs in it; committed work is kept. */
  @Override
  public void close() {
    if (!watch.end()) {
      return;
    }
    try {
      stop(server);
      LOG.info("PostgreSQL in {} has stopped", server.directory().cluster());
    } finally {
      lock.close();
    }
  }

  private static void stop(Server server) {
    try {
      var leftovers = Leftovers.of(server);
      leftovers.stopServer();
      leftovers.stopSurvivors();
    } catch (IOException failed) {
      throw new PostgresFailure(
          PostgresFailure.Code.STOP_FAILED,
          server.directory().cluster(),
          "The embedded PostgreSQL could not be stopped (" + failed.getMessage() + ").",
          "The next start of the hub stops it.",
          failed);
    }
  }
}
