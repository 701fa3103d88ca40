package org.dunlin.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the tests of this package do with a server. */
final class TestClusters {

  private TestClusters() {}

  /** Made once, since copying a cluster is much faster than making one. */
  private static final class Made {
    static final Path FOLDER = make();

    private static Path make() {
      try {
        var folder = Files.createTempDirectory("dunlin-test-cluster-");
        EmbeddedPostgres.start(TestServer.settings(folder)).close();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteQuietly(folder)));
        return folder;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    private static void deleteQuietly(Path folder) {
      try {
        PrivateFiles.deleteTree(folder);
      } catch (IOException failed) {
        System.err.println("Left behind: " + folder + " (" + failed + ")");
      }
    }
  }

  /** Puts a stopped cluster into an empty data directory. */
  static void copyInto(Path dataDirectory) throws IOException {
    try (var files = Files.walk(Made.FOLDER)) {
      for (var file : files.toList()) {
        var copy = dataDirectory.resolve(Made.FOLDER.relativize(file).toString());
        if (!copy.equals(dataDirectory) && !Files.exists(copy)) {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  /** As a hub runs it, but for the programs, which all tests share. */
  static EmbeddedPostgresSettings durable(Path dataDirectory) {
    return durable(dataDirectory, TestServer.programs());
  }

  static EmbeddedPostgresSettings durable(Path dataDirectory, Path programs) {
    var hub = EmbeddedPostgresSettings.durable(dataDirectory);
    return new EmbeddedPostgresSettings(
        dataDirectory,
        hub.durability(),
        Optional.of(programs),
        hub.maxConnections(),
        32,
        Duration.ofSeconds(60),
        Duration.ofSeconds(10));
  }

  static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
  }

  static void remember(EmbeddedPostgres postgres, String text) throws SQLException {
    execute(postgres, "create table if not exists memory (text text)");
    execute(postgres, "insert into memory values ('" + text + "')");
  }

  static List<String> memory(EmbeddedPostgres postgres) throws SQLException {
    return query(postgres, "select text from memory");
  }

  static String setting(EmbeddedPostgres postgres, String name) throws SQLException {
    return query(postgres, "show " + name).getFirst();
  }

  static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection = connect(postgres);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static List<String> query(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection = connect(postgres);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
