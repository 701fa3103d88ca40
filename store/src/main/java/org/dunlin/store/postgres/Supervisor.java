package org.dunlin.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Looks after a running server: has the hub its place in it, and is it what was asked for?
 *
 * @param password of the role that supervises
 * @param hubPassword of the role that the hub works with
 */
record Supervisor(DataDirectory directory, int port, String password, String hubPassword) {

  /** The role that supervises the server. */
  static final String SUPERVISOR = "postgres";

  /** The hub's database and the role that owns it, which is no superuser. */
  static final String HUB = "dunlin";

  private static final Map<String, String> DURABLE =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "data_checksums", "on");

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private Connection connect(String database, String user, String secret) throws SQLException {
    var source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl(database));
    return source.getConnection(user, secret);
  }

  /** Makes the hub's role and database unless they are there. */
  void provideHub() throws SQLException {
    try (var connection = connect("postgres", SUPERVISOR, password)) {
      if (!exists(connection, "select from pg_roles where rolname = ?")) {
        execute(connection, "create role " + HUB + " login createdb");
      }
      // At each start, so that a lost file with the password heals itself. The driver hashes it.
      connection
          .unwrap(PGConnection.class)
          .alterUserPassword(HUB, hubPassword.toCharArray(), "scram-sha-256");
      if (!exists(connection, "select from pg_database where datname = ?")) {
        execute(connection, "create database " + HUB + " owner " + HUB);
      }
    }
  }

  /**
   * Asks the server in a session as the hub will have it, since settings have many sources.
   *
   * @throws PostgresFailure if a committed transaction would not survive a crash
   */
  void checkDurable() throws SQLException {
    try (var connection = connect(HUB, HUB, hubPassword);
        var statement = connection.createStatement()) {
      for (var expected : DURABLE.entrySet()) {
        try (var row = statement.executeQuery("show " + expected.getKey())) {
          row.next();
          refuseOther(expected.getKey(), expected.getValue(), row.getString(1));
        }
      }
    }
  }

  private void refuseOther(String setting, String expected, String actual) {
    if (!actual.equals(expected)) {
      throw new PostgresFailure(
          PostgresFailure.Code.NOT_DURABLE,
          directory.cluster(),
          "PostgreSQL runs with " + setting + "=" + actual + " and could lose what it has stored.",
          "Take back the change that set it (alter role, alter database), or restore a backup"
              + " into a new data directory.");
    }
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, HUB);
      try (var row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
