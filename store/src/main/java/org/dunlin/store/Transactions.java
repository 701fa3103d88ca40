package org.dunlin.store;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The boundaries of transactions, which belong to the use cases: all of the work, or nothing. */
public final class Transactions {
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
    }
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
    }
  }
}
