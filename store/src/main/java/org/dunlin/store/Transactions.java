package org.dunlin.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The boundaries of transactions, which belong to the use cases: all of the work, or nothing. */
public final class Transactions {
  /** Spring has no name for it: lock_not_available. */
  private static final String WAITED_TOO_LONG = "55P03";

  private final TransactionTemplate template;
  private final TransactionTemplate reading;
  private final JdbcClient jdbc;

  /** Transactions of this pool; a transaction inside another is part of it. */
  public Transactions(DataSource pool) {
    jdbc = JdbcClient.create(pool);
    DataSourceTransactionManager transactions = new DataSourceTransactionManager(pool);
    template = new TransactionTemplate(transactions);
    reading = new TransactionTemplate(transactions);
    reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    reading.setReadOnly(true);
  }

  /**
   * Does the work in one transaction; an exception undoes it.
   *
   * @throws Collision where another transaction was in its way
   */
  public <T> T in(Supplier<T> work) {
    try {
      return template.execute(status -> work.get());
    } catch (ConcurrencyFailureException e) {
      throw new Collision(e);
    } catch (UncategorizedSQLException e) {
      throw waitedTooLong(e) ? new Collision(e) : e;
    }
  }

  private static boolean waitedTooLong(UncategorizedSQLException e) {
    SQLException cause = e.getSQLException();
    return cause != null && WAITED_TOO_LONG.equals(cause.getSQLState());
  }

  /**
   * Has the server plan each statement once, and not for each of its values, until the transaction
   * ends. For one that looks up many rows by their keys: planning would take longer than they do.
   */
  public void planOnce() {
    jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
  }

  /**
   * Lets the commit go on before it is on disk: what the transaction writes may be lost where the
   * server dies within the next moments, and nothing else with it.
   */
  public void mayBeLost() {
    jdbc.sql("set local synchronous_commit = off").update();
  }

  /**
   * Ends this transaction with a {@link Collision} where it would wait longer than this for what
   * another one holds.
   */
  public void waitAtMost(Duration time) {
    jdbc.sql("select set_config('lock_timeout', :time, true)")
        .param("time", Math.max(1, time.toMillis()) + "ms")
        .query()
        .singleRow();
  }

  /** Whether another transaction waits for what this one holds. */
  public boolean holdUpOthers() {
    return jdbc.sql(
            """
            select exists (select from pg_locks
                            where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))
            """)
        .query(Boolean.class)
        .single();
  }

  /** Answers from one and the same moment, however often it reads. */
  public <T> T at(Supplier<T> oneMoment) {
    return reading.execute(status -> oneMoment.get());
  }

  /**
   * Does the work in one transaction; an exception undoes it.
   *
   * @throws Collision where another transaction was in its way
   */
  public void run(Runnable work) {
    try {
      template.executeWithoutResult(status -> work.run());
    } catch (ConcurrencyFailureException e) {
      throw new Collision(e);
    } catch (UncategorizedSQLException e) {
      throw waitedTooLong(e) ? new Collision(e) : e;
    }
  }
}
