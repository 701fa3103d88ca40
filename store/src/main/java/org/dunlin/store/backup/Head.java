package org.dunlin.store.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup says of itself before its tables.
 *
 * @param format the version of the form of the file
 * @param hub the version of the hub that made it
 * @param moment when the snapshot was taken (RFC 3339, UTC)
 * @param schema the version of the schema
 * @param migrations what made the schema, in order
 * @param companies the ids of the companies in it
 */
public record Head(
    int format,
    String hub,
    String moment,
    String schema,
    List<Migration> migrations,
    List<String> companies,
    List<Table> tables,
    List<Partition> partitions,
    List<Sequence> sequences) {
  /** The version that this hub writes, and the newest that it reads. */
  static final int FORMAT = 1;

  /**
   * A migration that was applied.
   *
   * @param checksum Flyway's
   */
  public record Migration(String version, int checksum) {}

  /** A table and its columns, in the order of the rows' fields. */
  public record Table(String name, List<String> columns) {}

  /**
   * A partition of a table.
   *
   * @param bound as PostgreSQL says it, {@code FOR VALUES …}
   */
  public record Partition(String table, String name, String bound) {}

  /** How far a sequence has come. */
  public record Sequence(String name, long last, boolean called) {}

  /** When the snapshot was taken. */
  public Instant at() {
    return Instant.parse(moment);
  }
}
