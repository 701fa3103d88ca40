package org.dunlin.store.privacy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.dunlin.store.MonthsHeld;
import org.dunlin.store.inbox.RawContent;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes away what was kept long enough; the rows that say that it was there stay. */
public final class Retention {
  private static final String LONGEST_WAIT = "300ms";

  /** SQLSTATE lock_not_available. */
  private static final String LOCKED = "55P03";

  private final JdbcClient jdbc;

  /** Over this database. */
  public Retention(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Whether this process may do it now: one at a time. */
  public boolean begin() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('retention'))")
        .query(Boolean.class)
        .single();
  }

  /**
   * Destroys the keys of raw content that was received before a month, and says so in its rows.
   *
   * @param month a first of a month
   * @return how many deliveries there were
   */
  public int end(RawStream stream, LocalDate month, String why) {
    return jdbc.sql(
            RawContent.END
                + "raw_gone_at is null and received_month < :month and "
                + stream.condition())
        .param("why", why)
        .param("month", month)
        .update();
  }

  /** Frees the room of what has ended in months before one of which something else is kept. */
  public void deleteEnded(LocalDate before) {
    months(before).stream().filter(this::kept).forEach(this::deleteEndedOf);
  }

  /** The months before one of which nothing is kept any more, and whose room is still taken. */
  public List<LocalDate> over(LocalDate before) {
    return months(before).stream().filter(month -> !kept(month)).toList();
  }

  /**
   * Frees the room of a month as a whole, in a transaction of its own; false where something of it
   * is kept, a backup holds it, or another process is freeing one. Intake waits behind this for as
   * long as this waits for readers, which is therefore short.
   *
   * @throws MonthInUse when it is being read; the transaction must be undone
   */
  public boolean drop(LocalDate month) {
    if (!MonthsHeld.byNobody(jdbc) || kept(month)) {
      return false;
    }
    jdbc.sql("set local lock_timeout = '" + LONGEST_WAIT + "'").update();
    try {
      jdbc.sql("drop table if exists " + partition(month)).update();
      return true;
    } catch (DataAccessException e) {
      if (e.getRootCause() instanceof SQLException cause && LOCKED.equals(cause.getSQLState())) {
        throw new MonthInUse(partition(month));
      }
      throw e;
    }
  }

  /** Empties what messages and files said that ended before a moment; how many. */
  public int emptyMessages(Instant before) {
    jdbc.sql(
            """
            update outgoing_line l set sealed = null from effect e
             where e.company_id = l.company_id and e.effect_id = l.effect_id
               and e.state in ('SENT', 'FAILED', 'CANCELLED', 'SHADOW')
               and coalesce(e.finished_at, e.decided_at) < :before and l.sealed is not null
            """)
        .param("before", Ids.at(before))
        .update();
    return jdbc.sql(
            """
            update effect set payload = null, sealed = null
             where state in ('SENT', 'FAILED', 'CANCELLED', 'SHADOW')
               and coalesce(finished_at, decided_at) < :before
               and (payload is not null or sealed is not null)
            """)
        .param("before", Ids.at(before))
        .update();
  }

  /**
   * Empties what was said with customers before a moment, but for what still stands; who, what and
   * when stay.
   */
  public int emptyDialogue(Instant before) {
    jdbc.sql(
            """
            update standstill set sealed = null
             where updated_at < :at and sealed is not null
               and state not in ('OPEN', 'PROPOSED', 'AGREED', 'ACCEPTED')
            """)
        .param("at", Ids.at(before))
        .update();
    return jdbc.sql(
            "update dialogue_entry set sealed = null where made_at < :at and sealed is not null")
        .param("at", Ids.at(before))
        .update();
  }

  /** Empties what the journal says of changes before a moment; who, what and when stay. */
  public int emptyJournal(Instant before) {
    return jdbc.sql(
            """
            update journal set reason = null, before = null, after = null, sealed = null
             where at < :at
               and (sealed is not null or reason is not null or before is not null or after is not null)
            """)
        .param("at", Ids.at(before))
        .update();
  }

  private List<LocalDate> months(LocalDate before) {
    return jdbc.sql(
            """
            select to_date(right(c.relname, 7), 'YYYY_MM') as month
              from pg_inherits i join pg_class c on c.oid = i.inhrelid
             where i.inhparent = 'delivery_chunk'::regclass
               and c.relname ~ '^delivery_chunk_[0-9]{4}_[0-9]{2}$'
               and to_date(right(c.relname, 7), 'YYYY_MM') < :before
             order by 1
            """)
        .param("before", before)
        .query(LocalDate.class)
        .list();
  }

  private boolean kept(LocalDate month) {
    return jdbc.sql(
            """
            select exists (select 1 from delivery
                            where received_month = :month and raw_gone_at is null
                              and state not in ('NEW', 'CLAIMED'))
                or exists (select 1 from delivery
                            where received_month = :month and state in ('NEW', 'CLAIMED'))
            """)
        .param("month", month)
        .query(Boolean.class)
        .single();
  }

  private void deleteEndedOf(LocalDate month) {
    jdbc.sql(
            """
            delete from delivery_chunk c using delivery d
             where c.received_month = :month and d.received_month = :month
               and d.company_id = c.company_id and d.delivery_id = c.delivery_id
               and d.raw_gone_at is not null
            """)
        .param("month", month)
        .update();
  }

  private static String partition(LocalDate month) {
    return String.format(Locale.ROOT, "delivery_chunk_%1$tY_%1$tm", month);
  }
}
