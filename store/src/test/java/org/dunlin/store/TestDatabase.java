package org.dunlin.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.postgres.TestServer;

/**
 * A fresh, empty database with the hub's tables for one test. All of a JVM share one server, which
 * starts with the first and stops with the JVM. It is not durable: a test of crashes needs {@link
 * org.dunlin.store.postgres.EmbeddedPostgres} itself.
 *
 * <pre>{@code
 * try (var database = TestDatabase.create()) {
 *   var store = new Store(database.dataSource());
 * }
 * }</pre>
 */
public final class TestDatabase implements AutoCloseable {

  private final String name;
  private final HikariDataSource dataSource;

  private TestDatabase(String name, HikariDataSource dataSource) {
    this.name = name;
    this.dataSource = dataSource;
  }

  /** Makes a database with all migrations applied. */
  public static TestDatabase create() {
    var name = "test_" + UUID.randomUUID().toString().replace("-", "");
    TestServer.shared().createFromTemplate(name);
    var settings = new HikariConfig();
    settings.setJdbcUrl(TestServer.shared().jdbcUrl(name));
    settings.setUsername(TestServer.shared().user());
    settings.setPassword(TestServer.shared().password());
    settings.setMaximumPoolSize(10);
    settings.setMinimumIdle(0);
    settings.setPoolName(name);
    return new TestDatabase(name, new HikariDataSource(settings));
  }

  /** A pool of at most ten connections, opened when needed, as the role that owns the tables. */
  public DataSource dataSource() {
    return dataSource;
  }

  /** Where to connect to this database without the pool. */
  public String jdbcUrl() {
    return dataSource.getJdbcUrl();
  }

  /** The role that owns the tables; no superuser. */
  public String user() {
    return TestServer.shared().user();
  }

  /** The password of {@link #user()}. */
  public String password() {
    return TestServer.shared().password();
  }

  /** Drops the database, whoever is still connected. */
  @Override
  public void close() {
    dataSource.close();
    TestServer.shared().drop(name);
  }
}
