package org.dunlin.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds the months of raw content where they are, while a backup copies them one by one. */
public final class MonthsHeld {
  private static final String LOCK = "(hashtext('months of raw content'))";

  private MonthsHeld() {}

  /**
   * Holds them until they are let go or the connection ends, and waits for one that is just going.
   *
   * @param connection outside of a transaction, so that one begun later sees what is there
   * @throws SQLException when the database breaks off
   */
  public static void hold(Connection connection) throws SQLException {
    run(connection, "select pg_advisory_lock_shared" + LOCK);
  }

  /** Whether nobody holds them, and nobody will until the caller's transaction ends. */
  public static boolean byNobody(JdbcClient jdbc) {
    return jdbc.sql("select pg_try_advisory_xact_lock" + LOCK).query(Boolean.class).single();
  }

  /**
   * Lets them go, outside of a transaction.
   *
   * @throws SQLException when the database breaks off, which lets them go, too
   */
  public static void release(Connection connection) throws SQLException {
    run(connection, "select pg_advisory_unlock_shared" + LOCK);
  }

  private static void run(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(query);
    }
  }
}
