package org.dunlin.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;

/** The one server of this JVM that {@link org.dunlin.store.TestDatabase} makes its databases in. */
public final class TestServer {

  /** The hub's own database, which has all tables and to which nobody connects here. */
  private static final String TEMPLATE = "dunlin";

  /**
   * Linux's file system in memory. A database is some thousand files; where tests make and drop
   * them by the hundred, a file system on a disk spends more time looking for free inodes than the
   * tests themselves take.
   */
  private static final Path MEMORY = Path.of("/dev/shm");

  private static final long ENOUGH_BYTES = 2L << 30;

  /** From where databases are made and dropped. */
  private static final String MAINTENANCE = "postgres";

  private final EmbeddedPostgres postgres;

  private TestServer(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Loaded, and so started, at the first use. */
  private static final class Holder {
    static final TestServer SHARED = start();
  }

  public static TestServer shared() {
    return Holder.SHARED;
  }

  private static TestServer start() {
    removeAbandoned();
    var folder = newDataFolder();
    ReadyCluster.copyInto(folder);
    var postgres = EmbeddedPostgres.start(settings(folder));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, folder)));
    return new TestServer(postgres);
  }

  /** Named by the process, so that another can tell when it is abandoned. */
  private static Path newDataFolder() {
    try {
      var name = prefix() + "data-" + ProcessHandle.current().pid() + "-";
      return Files.createTempDirectory(data(), name);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static EmbeddedPostgresSettings settings(Path dataDirectory) {
    return EmbeddedPostgresSettings.losingDataInACrash(dataDirectory, programs());
  }

  /** Where the programs are unpacked once for all test JVMs of this user. */
  static Path programs() {
    return beside("programs");
  }

  /** What all test JVMs of this user share. */
  static Path beside(String name) {
    return temporary().resolve(prefix() + name);
  }

  /** Nothing of it need outlive the machine. */
  private static Path data() throws IOException {
    boolean inMemory =
        Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= ENOUGH_BYTES;
    return inMemory ? MEMORY : temporary();
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  private static String prefix() {
    return "dunlin-test-postgres-" + System.getProperty("user.name") + "-";
  }

  /** A test JVM that was killed leaves its server running; starting it again stops that one. */
  private static void removeAbandoned() {
    var prefix = prefix() + "data-";
    try (var folders = Files.newDirectoryStream(data(), prefix + "*")) {
      for (var folder : folders) {
        var pid = folder.getFileName().toString().substring(prefix.length()).split("-", 2)[0];
        if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
          stop(EmbeddedPostgres.start(settings(folder)), folder);
        }
      }
    } catch (IOException | UncheckedIOException | PostgresFailure leftToTheNext) {
      System.err.println("An abandoned test server could not be removed: " + leftToTheNext);
    }
  }

  private static void stop(EmbeddedPostgres postgres, Path folder) {
    postgres.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public String jdbcUrl(String database) {
    return postgres.jdbcUrl().replaceFirst("/[^/]*$", "/" + database);
  }

  public String user() {
    return postgres.user();
  }

  public String password() {
    return postgres.password();
  }

  /** By copying files: the other way, by the log, takes twice to five times the processor. */
  public void createFromTemplate(String name) {
    execute("create database " + name + " template " + TEMPLATE + " strategy file_copy");
  }

  /**
   * Whoever is still connected is sent away first. "With (force)" would also ask to end a vacuum of
   * the server's own, and be refused; without it the server ends that itself.
   */
  public void drop(String name) {
    execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
            + name
            + "' and usename = current_user");
    execute("drop database if exists " + name);
  }

  private void execute(String sql) {
    try (var connection = DriverManager.getConnection(jdbcUrl(MAINTENANCE), user(), password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException("The test server refused: " + sql, failed);
    }
  }
}
