package org.dunlin.store.backup;

import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.postgres.TestServer;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database without any table, as somebody makes it for the hub on a server of their own. */
final class BlankDatabase implements AutoCloseable {
  private final String name = "blank_" + UUID.randomUUID().toString().replace("-", "");

  BlankDatabase() {
    JdbcClient.create(database("postgres"))
        .sql("create database " + name + " strategy file_copy")
        .update();
  }

  DataSource dataSource() {
    return database(name);
  }

  String jdbcUrl() {
    return TestServer.shared().jdbcUrl(name);
  }

  private static DataSource database(String name) {
    return at(TestServer.shared().jdbcUrl(name));
  }

  /** Single connections to a database of the test server. */
  static DataSource at(String jdbcUrl) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(jdbcUrl);
    database.setUser(TestServer.shared().user());
    database.setPassword(TestServer.shared().password());
    return database;
  }

  @Override
  public void close() {
    TestServer.shared().drop(name);
  }
}
