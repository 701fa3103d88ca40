package org.dunlin.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A pool of connections to one PostgreSQL server whose schema is that of this version. */
public final class Database implements AutoCloseable {
  /** Where the migrations lie on the class path. */
  public static final String MIGRATIONS = "classpath:org/dunlin/store/migration";

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int OLDEST_SERVER = 150000;
  private final HikariDataSource pool;

  private Database(HikariDataSource pool) {
    this.pool = pool;
  }

  /**
   * Connects, by TLS where another machine may be the server and the URL does not say otherwise,
   * and migrates the schema.
   *
   * @throws UnusableDatabase when the server cannot be reached or is too old
   */
  public static Database open(String url, String user, String password, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("dunlin");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(10_000);
    config.setInitializationFailTimeout(20_000);
    config.addDataSourceProperty("ApplicationName", "dunlin");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    Encryption.mode(url).ifPresent(mode -> config.addDataSourceProperty("sslmode", mode));
    // A committed word must be on disk: "it may have left" must not be forgotten in a crash.
    config.setConnectionInitSql("set synchronous_commit = on");
    try {
      HikariDataSource pool = new HikariDataSource(config);
      try {
        return prepared(pool);
      } catch (RuntimeException e) {
        pool.close();
        throw e;
      }
    } catch (RuntimeException e) {
      throw UnusableDatabase.because(url, e);
    }
  }

  /**
   * Single connections to a server, without a pool and without touching the schema.
   *
   * @param application what the server is told of who connects
   * @throws UnusableDatabase when the server cannot be reached or is too old
   */
  public static DataSource reach(String url, String user, String password, String application) {
    try {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(url);
      Encryption.mode(url).ifPresent(source::setSslMode);
      source.setUser(user);
      source.setPassword(password);
      source.setApplicationName(application);
      source.setTcpKeepAlive(true);
      checkVersion(source);
      return source;
    } catch (RuntimeException e) {
      throw UnusableDatabase.because(url, e);
    }
  }

  private static Database prepared(HikariDataSource pool) {
    checkVersion(pool);
    warnUnlessOn(pool, "fsync");
    warnUnlessOn(pool, "full_page_writes");
    Flyway.configure().dataSource(pool).locations(MIGRATIONS).loggers("slf4j").load().migrate();
    return new Database(pool);
  }

  /** Whose server it is decides how it keeps what was committed; the hub says what that means. */
  private static void warnUnlessOn(DataSource pool, String setting) {
    String value =
        JdbcClient.create(pool)
            .sql("select current_setting(:setting)")
            .param("setting", setting)
            .query(String.class)
            .single();
    if (!value.equals("on")) {
      LOG.warn(
          "The PostgreSQL server runs with {}={}: a crash of its machine can lose what the hub was"
              + " given, and what it knows of what it sent.",
          setting,
          value);
    }
  }

  /** The pool, for the stores. */
  public DataSource dataSource() {
    return pool;
  }

  /**
   * How much of the pool is in use.
   *
   * @param active connections that somebody uses
   * @param idle connections that nobody uses
   * @param waiting how many wait for one
   * @param most how many there may be
   */
  public record Pool(int active, int idle, int waiting, int most) {}

  /** How much of the pool is in use now. */
  public Pool pool() {
    HikariPoolMXBean now = pool.getHikariPoolMXBean();
    return new Pool(
        now.getActiveConnections(),
        now.getIdleConnections(),
        now.getThreadsAwaitingConnection(),
        pool.getMaximumPoolSize());
  }

  @Override
  public void close() {
    pool.close();
  }

  private static void checkVersion(DataSource pool) {
    int version =
        JdbcClient.create(pool)
            .sql("select current_setting('server_version_num')::int")
            .query(Integer.class)
            .single();
    if (version < OLDEST_SERVER) {
      throw new IllegalStateException(
          "the server is PostgreSQL " + version / 10000 + "; version 15 or newer is needed");
    }
  }
}
