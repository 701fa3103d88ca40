package org.dunlin.store.postgres;

import java.io.IOException;
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
 * first. Closing stops the server.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

  private final DataDirectoryLock lock;
  private final Server server;
  private final int port;
  private final long postmaster;
  private final String password;

  private EmbeddedPostgres(
      DataDirectoryLock lock, Server server, int port, long postmaster, String password) {
    this.lock = lock;
    this.server = server;
    this.port = port;
    this.postmaster = postmaster;
    this.password = password;
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
      var started = start(lock, prepare(settings, directory), ports);
      LOG.info(
          "PostgreSQL runs in {} on port {}, started in {} ms",
          directory.cluster(),
          started.port,
          Duration.ofNanos(System.nanoTime() - begin).toMillis());
      return started;
    } catch (IOException unusable) {
      lock.close();
      throw PostgresFailure.unusable(directory.home(), unusable);
    } catch (RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  private static Server prepare(EmbeddedPostgresSettings settings, DataDirectory directory)
      throws IOException {
    var cluster = new Cluster(directory);
    cluster.checkVersion();
    var platform = Platform.current();
    var bundled = BundledPrograms.of(platform);
    var version = bundled.version();
    var programs = settings.programs().orElseGet(() -> directory.programs(version));
    bundled.unpackTo(programs);
    var launcher = Launcher.suitable(platform, directory);
    var server = new Server(settings, directory, platform, programs, launcher);
    Passwords.readOrMake(directory.supervisorPassword());
    launcher.handOver(directory.postgres());
    server.tryOut();
    Leftovers.of(server).remove();
    if (!cluster.exists()) {
      cluster.create(server);
    }
    return server;
  }

  private static EmbeddedPostgres start(
      DataDirectoryLock lock, Server server, Start.PortChoice ports) throws IOException {
    var directory = server.directory();
    var supervisorPassword = Passwords.readOrMake(directory.supervisorPassword());
    var password = Passwords.readOrMake(directory.hubPassword());
    var port = new Start(server, ports).run();
    try {
      var supervisor = new Supervisor(directory, port, supervisorPassword);
      try (var connection = supervisor.connect()) {
        if (server.settings().isDurable()) {
          supervisor.checkDurable(connection);
        }
        supervisor.provideHub(connection, password);
      }
      var postmaster = PostmasterFile.of(directory.cluster()).pid().orElseThrow();
      return new EmbeddedPostgres(lock, server, port, postmaster, password);
    } catch (SQLException refused) {
      stop(server);
      throw new PostgresFailure(
          PostgresFailure.Code.START_FAILED,
          directory.cluster(),
          "The embedded PostgreSQL runs but refuses the hub (" + refused.getMessage() + ").",
          "If the file " + directory.supervisorPassword() + " was changed, bring it back.",
          refused);
    } catch (RuntimeException failed) {
      stop(server);
      throw failed;
    }
  }

  /** Where to connect to the hub's database. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + Supervisor.HUB;
  }

  /** The role that owns the hub's database; it may create databases but is no superuser. */
  public String user() {
    return Supervisor.HUB;
  }

  /** The password of {@link #user()}; a secret. */
  public String password() {
    return password;
  }

  /** The port on the loopback interface, another one after each start. */
  public int port() {
    return port;
  }

  /** The process id of the server's first process. */
  public long postmaster() {
    return postmaster;
  }

  /** The hub's data directory, as an absolute path without symbolic links. */
  public Path dataDirectory() {
    return server.directory().root();
  }

  /** Stops the server, ending what still runs in it; committed work is kept. */
  @Override
  public void close() {
    try {
      stop(server);
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
