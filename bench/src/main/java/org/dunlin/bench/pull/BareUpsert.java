package org.dunlin.bench.pull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.dunlin.bench.pull.LedgerTable.Rows;

/**
 * The least that keeping the same records can cost: their rows, as the ledger got them, upserted
 * into the same tables for another company, what came of 100 invoices in one transaction, by as
 * many workers as translate.
 */
final class BareUpsert {
  static final String COMPANY = "bare";

  private final DataSource pool;
  private final int workers;

  BareUpsert(DataSource pool, int workers) {
    this.pool = pool;
    this.workers = workers;
  }

  /** How many seconds it takes to write what deliveries up to this one brought. */
  double seconds(long from, long upTo, int transactions) throws Exception {
    return seconds(LedgerTable.FIRST, from, upTo, transactions)
        + seconds(LedgerTable.OTHERS, from, upTo, transactions);
  }

  private double seconds(List<LedgerTable> tables, long from, long upTo, int transactions)
      throws Exception {
    List<Rows> rows = new ArrayList<>();
    try (Connection connection = pool.getConnection()) {
      for (LedgerTable table : tables) {
        rows.add(table.read(connection, from, upTo, COMPANY));
      }
    }
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService all = Executors.newFixedThreadPool(workers)) {
      long begin = System.nanoTime();
      List<Future<?>> ends = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        ends.add(
            all.submit(
                () -> {
                  write(tables, rows, next, transactions);
                  return null;
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
      return (System.nanoTime() - begin) / 1e9;
    }
  }

  private void write(
      List<LedgerTable> tables, List<Rows> rows, AtomicInteger next, int transactions)
      throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false); // the pool sets it back
      for (int part = next.getAndIncrement(); part < transactions; part = next.getAndIncrement()) {
        for (int table = 0; table < tables.size(); table++) {
          Rows all = rows.get(table);
          tables.get(table).upsert(connection, all.columns(), part(all, part, transactions));
        }
        connection.commit();
      }
    }
  }

  private static List<Object[]> part(Rows rows, int part, int parts) {
    int size = rows.values().size();
    return rows.values()
        .subList((int) ((long) size * part / parts), (int) ((long) size * (part + 1) / parts));
  }
}
