package org.dunlin.store.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.dunlin.store.MonthsHeld;
import org.dunlin.store.backup.Head.Partition;
import org.dunlin.store.backup.Head.Table;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Writes all that a hub has in its database, as it is at one moment, to one file. */
public final class Backup {
  /** Text that reads the same everywhere, nothing filtered, and rows by the key without a sort. */
  private static final List<String> SESSION =
      List.of(
          "set transaction isolation level repeatable read, read only",
          "set local timezone = 'UTC'",
          "set local datestyle = 'ISO, YMD'",
          "set local intervalstyle = 'postgres'",
          "set local extra_float_digits = 3",
          "set local bytea_output = 'hex'",
          "set local row_security = off",
          "set local statement_timeout = 0",
          "set local idle_in_transaction_session_timeout = 0",
          "set local enable_sort = off",
          "set local enable_seqscan = off",
          "set local enable_bitmapscan = off");

  private final DataSource database;
  private final String hub;

  /**
   * @param database with a hub's schema, of whatever version
   * @param hub the version of this hub
   */
  public Backup(DataSource database, String hub) {
    this.database = database;
    this.hub = hub;
  }

  /** What was written. */
  public record Written(Path file, Head head, long rows, long bytes) {}

  /**
   * Writes the file, which is there in full at the end or not at all, and readable by its owner
   * alone. The hub goes on meanwhile.
   *
   * @param extras what lies outside of the database
   * @throws RefusedBackup when the file is there already or cannot be written, or there is no hub
   */
  public Written write(Path target, List<Extra> extras, Progress progress) {
    Path absolute = target.toAbsolutePath();
    if (Files.exists(absolute)) {
      throw UnfinishedFile.exists(absolute);
    }
    try {
      UnfinishedFile.removeLeftovers(absolute.resolveSibling(""), absolute.getFileName() + ".");
      try (UnfinishedFile file = UnfinishedFile.beside(absolute);
          Connection connection = database.getConnection()) {
        MonthsHeld.hold(connection);
        connection.setAutoCommit(false);
        try {
          return write(absolute, file, connection, extras, progress);
        } finally {
          connection.rollback();
          connection.setAutoCommit(true);
          MonthsHeld.release(connection);
        }
      }
    } catch (IOException e) {
      throw new RefusedBackup(
          RefusedBackup.Code.FILE_UNWRITABLE,
          "The backup " + target + " could not be written (" + e + "); nothing of it is left.",
          e);
    } catch (SQLException e) {
      throw new IllegalStateException("the database broke off: " + e.getMessage(), e);
    }
  }

  /**
   * Removes what backups that were killed have left in a folder, of files whose names begin so.
   *
   * @throws IOException when the folder cannot be read or written
   */
  public static void removeLeftovers(Path folder, String beginning) throws IOException {
    UnfinishedFile.removeLeftovers(folder, beginning);
  }

  private Written write(
      Path target,
      UnfinishedFile file,
      Connection connection,
      List<Extra> extras,
      Progress progress)
      throws IOException, SQLException {
    JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    for (String setting : SESSION) {
      jdbc.sql(setting).update();
    }
    Head head = head(jdbc);
    Archive archive = new Archive(file.output(), progress);
    archive.add(Entries.HEAD, out -> out.write(Entries.json(head)));
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    Catalog catalog = new Catalog(jdbc);
    long rows = 0;
    for (Table table : head.tables()) {
      long[] copied = new long[1];
      archive.add(
          Entries.TABLES + table.name(),
          out -> copied[0] = copyOut(table, head.partitions(), catalog, copy, out));
      rows += copied[0];
    }
    for (Extra extra : extras) {
      archive.add(Entries.EXTRAS + extra.name(), out -> out.write(extra.content()));
    }
    file.finish(archive.end());
    return new Written(target, head, rows, Files.size(target));
  }

  private Head head(JdbcClient jdbc) {
    List<Head.Migration> applied = Migrations.applied(jdbc);
    if (applied.isEmpty()) {
      throw new RefusedBackup(
          RefusedBackup.Code.NO_HUB, "The database holds no hub; there is nothing to back up.");
    }
    // The first query of the transaction takes the snapshot; sequences may only be further.
    Instant now = jdbc.sql("select now()").query(OffsetDateTime.class).single().toInstant();
    Catalog catalog = new Catalog(jdbc);
    return new Head(
        Head.FORMAT,
        hub,
        now.toString(),
        Migrations.version(applied),
        applied,
        jdbc.sql("select company_id from company order by company_id").query(String.class).list(),
        catalog.tables(),
        catalog.partitions(),
        catalog.sequences());
  }

  /** Partitions one by one, so that the table itself is not locked and may get new ones. */
  private static long copyOut(
      Table table, List<Partition> partitions, Catalog catalog, CopyManager copy, OutputStream out)
      throws IOException {
    List<String> parts =
        partitions.stream()
            .filter(p -> p.table().equals(table.name()))
            .map(Partition::name)
            .toList();
    List<String> key = catalog.key(table.name());
    String order = Catalog.quoted(key.isEmpty() ? table.columns() : key);
    long rows = 0;
    try {
      for (String part : parts.isEmpty() ? List.of(table.name()) : parts) {
        rows +=
            copy.copyOut(
                "copy (select %s from only %s order by %s) to stdout"
                    .formatted(Catalog.quoted(table.columns()), Catalog.quoted(part), order),
                out);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "the table " + table.name() + " could not be copied: " + e.getMessage(), e);
    }
    return rows;
  }
}
