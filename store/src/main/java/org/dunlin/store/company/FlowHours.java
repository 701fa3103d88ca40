package org.dunlin.store.company;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How much was read in each hour. What ends is counted in memory once its transaction is committed,
 * and written with the heartbeat: all that a connection brings in an hour would meet at one row. A
 * process that is killed takes the counts of its last seconds with it, and no delivery.
 */
public final class FlowHours {
  /** So long they are kept. */
  public static final Duration KEPT = Duration.ofDays(90);

  private final JdbcClient jdbc;
  private final Map<Key, Read> unwritten = new ConcurrentHashMap<>();

  /** The hours of this database. */
  public FlowHours(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  private record Key(String companyId, Instant hour, String connectionId, String stream) {}

  private record Read(long deliveries, long records, long failures) {
    private Read and(Read more) {
      return new Read(
          deliveries + more.deliveries, records + more.records, failures + more.failures);
    }
  }

  /**
   * What one connection brought in an hour.
   *
   * @param hour its beginning
   * @param deliveries that came to their end, with those that failed
   * @param records that they became
   * @param failures how many of the deliveries were refused or given up
   */
  public record Hour(
      String connectionId, Instant hour, long deliveries, long records, long failures) {}

  /**
   * A delivery came to its end, as far as the transaction is committed.
   *
   * @param stream absent of a file
   */
  public void ended(
      String companyId, String connectionId, @Nullable String stream, int records, boolean failed) {
    Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
    Key key = new Key(companyId, hour, connectionId, stream == null ? "" : stream);
    Read one = new Read(1, records, failed ? 1 : 0);
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              add(key, one);
            }
          });
    } else {
      add(key, one);
    }
  }

  private void add(Key key, Read more) {
    unwritten.merge(key, more, Read::and);
  }

  /** Writes what was counted since. */
  public void write() {
    for (Key key : unwritten.keySet()) {
      Read read = unwritten.remove(key);
      if (read != null) {
        write(key, read);
      }
    }
  }

  private void write(Key key, Read read) {
    boolean written = false;
    try {
      jdbc.sql(
              """
              insert into flow_hour as f
              values (:company, :hour, :connection, :stream, :deliveries, :records, :failures)
              on conflict (company_id, hour, connection_id, stream) do update
                 set deliveries = f.deliveries + excluded.deliveries,
                     records = f.records + excluded.records,
                     failures = f.failures + excluded.failures
              """)
          .param("company", key.companyId())
          .param("hour", Ids.at(key.hour()))
          .param("connection", key.connectionId())
          .param("stream", key.stream())
          .param("deliveries", read.deliveries())
          .param("records", read.records())
          .param("failures", read.failures())
          .update();
      written = true;
    } finally {
      if (!written) {
        add(key, read);
      }
    }
  }

  /** What each connection of a company brought in each hour from then on, the first hour first. */
  public List<Hour> since(String companyId, Instant from) {
    return jdbc.sql(
            """
            select connection_id, hour, sum(deliveries) as deliveries, sum(records) as records,
                   sum(failures) as failures
              from flow_hour where company_id = :company and hour >= :from
             group by connection_id, hour order by connection_id, hour
            """)
        .param("company", companyId)
        .param("from", Ids.at(from))
        .query(
            (row, number) ->
                new Hour(
                    row.getString("connection_id"),
                    row.getObject("hour", OffsetDateTime.class).toInstant(),
                    row.getLong("deliveries"),
                    row.getLong("records"),
                    row.getLong("failures")))
        .list();
  }

  /** Forgets the hours before then. */
  public void forget(Instant before) {
    jdbc.sql("delete from flow_hour where hour < :before").param("before", Ids.at(before)).update();
  }
}
