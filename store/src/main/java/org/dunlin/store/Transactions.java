package org.dunlin.store;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The boundaries of transactions, which belong to the use cases: all of the work, or nothing. */
public final class Transactions {
  private final TransactionTemplate template;
  private final TransactionTemplate reading;

  /** Transactions of this pool; a transaction inside another is part of it. */
  public Transactions(DataSource pool) {
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
