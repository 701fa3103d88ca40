package org.dunlin.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Whether it was the database that was away: it was restarted, or could not be reached. */
public final class Away {
  /** Of the SQLSTATEs of PostgreSQL (Appendix A) all connection exceptions, and shutdowns. */
  private static final String CONNECTION = "08";

  private static final String SHUTDOWN = "57P";

  private Away() {}

  /** Whether this failure says so; then it says nothing about what was being done. */
  public static boolean says(RuntimeException failure) {
    return isIn(failure);
  }

  private static boolean isIn(@Nullable Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLTransientConnectionException
          || each instanceof SQLException sql && isState(sql.getSQLState())
          || each instanceof TransactionSystemException undoing
              && isIn(undoing.getApplicationException())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isState(@Nullable String state) {
    return state != null && (state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN));
  }
}
