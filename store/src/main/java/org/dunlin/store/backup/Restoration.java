package org.dunlin.store.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.dunlin.store.Transactions;
import org.dunlin.store.backup.Catalog.ForeignKey;
import org.dunlin.store.backup.Head.Partition;
import org.dunlin.store.backup.Head.Table;
import org.dunlin.store.company.HubSettings;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Brings a backup back into an empty hub, in one transaction: all of it or nothing. */
public final class Restoration {
  /** What a partition is called and holds; nothing else of a file ever becomes part of SQL. */
  private static final Pattern PARTITION = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private static final Pattern BOUND =
      Pattern.compile(
          "FOR VALUES FROM \\('\\d{4}-\\d{2}-\\d{2}'\\) TO \\('\\d{4}-\\d{2}-\\d{2}'\\)");

  private static final List<String> SESSION =
      List.of(
          "set local timezone = 'UTC'",
          "set local datestyle = 'ISO, YMD'",
          "set local intervalstyle = 'postgres'",
          "set local statement_timeout = 0",
          "set local synchronous_commit = on");

  private final DataSource database;
  private final JdbcClient jdbc;
  private final Catalog catalog;

  /**
   * @param database an empty one, or one with an empty hub
   */
  public Restoration(DataSource database) {
    this.database = database;
    this.jdbc = JdbcClient.create(database);
    this.catalog = new Catalog(jdbc);
  }

  /**
   * Loads all tables. The schema is that of the backup afterwards; {@link
   * org.dunlin.store.Database#open} brings it to that of this hub.
   *
   * @param lastly what is done last in the same transaction, where nothing but the switches of the
   *     hub is sure to have the form that this version knows; an exception undoes all
   * @return how many rows there are
   * @throws RefusedBackup when the database is not empty, in use, or not a hub's alone
   */
  public long load(BackupFile backup, Progress progress, Consumer<HubSettings> lastly) {
    EmptyHub target = new EmptyHub(database);
    target.check();
    target.prepare(backup.head().schema());
    long rows =
        new Transactions(database)
            .in(
                () -> {
                  SESSION.forEach(setting -> jdbc.sql(setting).update());
                  target.check();
                  long loaded = loadTables(backup, progress);
                  lastly.accept(new HubSettings(database));
                  return loaded;
                });
    jdbc.sql("analyze").update();
    return rows;
  }

  private long loadTables(BackupFile backup, Progress progress) {
    Map<String, Table> here =
        catalog.tables().stream()
            .collect(
                Collectors.toMap(Table::name, table -> table, (a, b) -> a, LinkedHashMap::new));
    checkTables(backup.head(), here);
    List<ForeignKey> keys = catalog.foreignKeys();
    keys.forEach(key -> alter(key.table(), "drop constraint " + Catalog.quoted(key.name())));
    // What triggers keep is in the backup, too.
    here.keySet().forEach(table -> alter(table, "disable trigger user"));
    backup.head().partitions().forEach(this::makePartition);
    long rows = 0;
    for (Table table : backup.head().tables()) {
      jdbc.sql("delete from " + Catalog.quoted(table.name())).update();
      rows += load(table, backup, progress);
    }
    progress.at("checking foreign keys", 0);
    for (ForeignKey key : keys) {
      alter(key.table(), "add constraint " + Catalog.quoted(key.name()) + " " + key.definition());
    }
    here.keySet().forEach(table -> alter(table, "enable trigger user"));
    setSequences(backup.head());
    return rows;
  }

  /** Names come from the file; only those that the schema itself has may be used. */
  private static void checkTables(Head head, Map<String, Table> here) {
    for (Table table : head.tables()) {
      Table own = here.get(table.name());
      if (own == null || !Set.copyOf(own.columns()).equals(Set.copyOf(table.columns()))) {
        throw new RefusedBackup(
            RefusedBackup.Code.BACKUP_OF_OTHER_SCHEMA,
            "The backup has a table "
                + table.name()
                + " that its schema "
                + head.schema()
                + " has not, or with other columns. Restore it with the version that made it.");
      }
    }
  }

  private void makePartition(Partition partition) {
    boolean known = catalog.tables().stream().anyMatch(t -> t.name().equals(partition.table()));
    if (!known
        || !PARTITION.matcher(partition.name()).matches()
        || !BOUND.matcher(partition.bound()).matches()) {
      throw RefusedBackup.damaged("its partition " + partition.name() + " is none of a hub's");
    }
    jdbc.sql(
            "create table if not exists "
                + Catalog.quoted(partition.name())
                + " partition of "
                + Catalog.quoted(partition.table())
                + " "
                + partition.bound())
        .update();
  }

  private long load(Table table, BackupFile backup, Progress progress) {
    Connection connection = DataSourceUtils.getConnection(database);
    try {
      CopyIn copy =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn(
                  "copy %s (%s) from stdin"
                      .formatted(Catalog.quoted(table.name()), Catalog.quoted(table.columns())));
      return fill(copy, table.name(), backup, progress);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(
          "The table " + table.name() + " could not be loaded: " + e.getMessage(), e);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }

  private static long fill(CopyIn copy, String table, BackupFile backup, Progress progress)
      throws IOException, SQLException {
    try {
      long expected = backup.copy(table, progress, (buffer, length) -> write(copy, buffer, length));
      long loaded = copy.endCopy();
      if (loaded != expected) {
        throw RefusedBackup.damaged(
            "of " + expected + " rows of " + table + " " + loaded + " came");
      }
      return loaded;
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void write(CopyIn copy, byte[] buffer, int length) throws IOException {
    try {
      copy.writeToCopy(buffer, 0, length);
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void setSequences(Head head) {
    Set<String> here =
        catalog.sequences().stream().map(Head.Sequence::name).collect(Collectors.toSet());
    for (Head.Sequence sequence : head.sequences()) {
      if (here.contains(sequence.name())) {
        jdbc.sql("select setval(cast(:name as regclass), :last, :called)")
            .param("name", Catalog.quoted(sequence.name()))
            .param("last", sequence.last())
            .param("called", sequence.called())
            .query(Long.class)
            .single();
      }
    }
  }

  private void alter(String table, String change) {
    jdbc.sql("alter table " + Catalog.quoted(table) + " " + change).update();
  }
}
