package org.dunlin.config.hub;

import javax.sql.DataSource;
import org.dunlin.config.hub.HubSettings.DatabaseSettings;
import org.dunlin.store.Database;
import org.dunlin.store.postgres.DataDirectoryInUse;
import org.dunlin.store.postgres.EmbeddedPostgres;
import org.dunlin.store.postgres.EmbeddedPostgresSettings;
import org.dunlin.store.postgres.RunningPostgres;
import org.jspecify.annotations.Nullable;

/** The database of the hub: a server of one's own, or the one that the hub runs itself. */
final class HubDatabase implements AutoCloseable {
  private final @Nullable EmbeddedPostgres embedded;
  private final Database database;

  private HubDatabase(@Nullable EmbeddedPostgres embedded, Database database) {
    this.embedded = embedded;
    this.database = database;
  }

  /**
   * Opens it.
   *
   * @param embeddedSettings how the embedded server runs, where there is none of one's own
   */
  static HubDatabase open(HubSettings settings, EmbeddedPostgresSettings embeddedSettings) {
    DatabaseSettings own = settings.database();
    if (own.url() != null && !own.url().isBlank()) {
      return new HubDatabase(
          null, Database.open(own.url(), own.user(), own.password(), own.connections()));
    }
    EmbeddedPostgres server = EmbeddedPostgres.start(embeddedSettings);
    try {
      return new HubDatabase(
          server,
          Database.open(server.jdbcUrl(), server.user(), server.password(), own.connections()));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** The same database beside a hub that may be running: its own server is joined, not stopped. */
  static HubDatabase join(HubSettings settings) {
    try {
      return open(settings, EmbeddedPostgresSettings.durable(settings.data()));
    } catch (DataDirectoryInUse running) {
      RunningPostgres server = RunningPostgres.in(settings.data()).orElseThrow(() -> running);
      return new HubDatabase(
          null, Database.open(server.jdbcUrl(), server.user(), server.password(), 3));
    }
  }

  DataSource dataSource() {
    return database.dataSource();
  }

  /** How much of the pool is in use. */
  Database.Pool pool() {
    return database.pool();
  }

  /** Whether no other process can use this database. */
  boolean alone() {
    return embedded != null;
  }

  @Override
  public void close() {
    database.close();
    if (embedded != null) {
      embedded.close();
    }
  }
}
