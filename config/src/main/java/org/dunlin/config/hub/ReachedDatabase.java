package org.dunlin.config.hub;

import java.time.Clock;
import javax.sql.DataSource;
import org.dunlin.config.hub.HubSettings.DatabaseSettings;
import org.dunlin.store.Database;
import org.dunlin.store.Stores;
import org.dunlin.store.backup.RefusedBackup;
import org.dunlin.store.postgres.DataDirectoryInUse;
import org.dunlin.store.postgres.EmbeddedPostgres;
import org.dunlin.store.postgres.EmbeddedPostgresSettings;
import org.dunlin.store.postgres.RunningPostgres;
import org.dunlin.store.secret.KeyRing;
import org.dunlin.work.backup.AfterRestore;
import org.jspecify.annotations.Nullable;

/** The database that the settings name, as it is: without a hub over it, and not migrated. */
public final class ReachedDatabase implements AutoCloseable {
  private static final String APPLICATION = "dunlin-backup";

  private final @Nullable EmbeddedPostgres started;
  private final DatabaseSettings access;
  private final DataSource dataSource;

  private ReachedDatabase(@Nullable EmbeddedPostgres started, DatabaseSettings access) {
    this.started = started;
    this.access = access;
    this.dataSource =
        Database.reach(String.valueOf(access.url()), access.user(), access.password(), APPLICATION);
  }

  /**
   * Reaches a database to back it up: a server of one's own, the embedded one that a hub runs, or
   * the embedded one of a stopped hub, which is started.
   *
   * @throws RefusedBackup when there is none
   */
  public static ReachedDatabase toSave(HubSettings settings) {
    if (isOwn(settings)) {
      return new ReachedDatabase(null, settings.database());
    }
    if (!RunningPostgres.hasFiles(settings.data())) {
      throw new RefusedBackup(
          RefusedBackup.Code.NO_HUB,
          "There is no hub in "
              + settings.data().toAbsolutePath()
              + "; name its data directory with DUNLIN_DATA, or its server with"
              + " DUNLIN_DATABASE_URL.");
    }
    try {
      return start(settings);
    } catch (DataDirectoryInUse inUse) {
      RunningPostgres running = RunningPostgres.in(settings.data()).orElseThrow(() -> inUse);
      return new ReachedDatabase(
          null, access(running.jdbcUrl(), running.user(), running.password()));
    }
  }

  /**
   * Reaches a database to restore into it.
   *
   * @throws DataDirectoryInUse when a hub runs in the data directory
   */
  public static ReachedDatabase toFill(HubSettings settings) {
    return isOwn(settings) ? new ReachedDatabase(null, settings.database()) : start(settings);
  }

  private static ReachedDatabase start(HubSettings settings) {
    EmbeddedPostgres server =
        EmbeddedPostgres.start(EmbeddedPostgresSettings.durable(settings.data()));
    try {
      return new ReachedDatabase(
          server, access(server.jdbcUrl(), server.user(), server.password()));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static DatabaseSettings access(String url, String user, String password) {
    return new DatabaseSettings(url, user, password, 2);
  }

  private static boolean isOwn(HubSettings settings) {
    String url = settings.database().url();
    return url != null && !url.isBlank();
  }

  /** Connections, one at a time. */
  public DataSource dataSource() {
    return dataSource;
  }

  /** Makes a restored database one of this hub: its schema, and what must not be done. */
  public void complete(HubSettings settings, Clock clock) {
    try (Database database =
        Database.open(String.valueOf(access.url()), access.user(), access.password(), 4)) {
      DataSource pool = database.dataSource();
      KeyRing ring = Keys.open(pool, settings);
      new AfterRestore(Stores.over(pool, settings.lease(), clock, ring)).complete();
    }
  }

  @Override
  public void close() {
    if (started != null) {
      started.close();
    }
  }
}
