package org.dunlin.store.program;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Instants and spans of time in the form in which tables hold them. */
final class Instants {
  private Instants() {}

  static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static Instant of(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /**
   * Spans are added to the clock of the database, which decides what is over. They are rounded up:
   * what ends a millisecond early is asked in vain.
   */
  static double seconds(Duration span) {
    return Math.ceilDiv(span.toNanos(), 1_000_000L) / 1000.0;
  }
}
