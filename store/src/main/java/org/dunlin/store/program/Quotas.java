package org.dunlin.store.program;

import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many requests went out in windows of an hour or more. */
public final class Quotas {
  private static final String ONE =
      " where company_id = :company and counted = :counted and limit_name = :limit";

  private final JdbcClient jdbc;

  /** The quotas of this database. */
  public Quotas(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * A window of a limit.
   *
   * @param counted the connection, or the app whose credentials several share
   * @param start when the window began; one that began later is another, in which nothing was used
   */
  public record Window(String companyId, String counted, String limit, Instant start) {}

  /**
   * Counts one request, unless so many went out already.
   *
   * @return how many went out with it; empty when it must not
   */
  public Optional<Integer> take(Window window, int most) {
    if (most < 1) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            insert into connection_quota as q (company_id, counted, limit_name, window_start, used)
            values (:company, :counted, :limit, :start, 1)
            on conflict (company_id, counted, limit_name) do update
               set used = case when q.window_start < excluded.window_start then 1 else q.used + 1 end,
                   window_start = greatest(q.window_start, excluded.window_start)
             where q.window_start < excluded.window_start or q.used < :most
            returning used
            """)
        .param("company", window.companyId())
        .param("counted", window.counted())
        .param("limit", window.limit())
        .param("start", Ids.at(window.start()))
        .param("most", most)
        .query(Integer.class)
        .optional();
  }

  /** One that was counted did not go out. */
  public void giveBack(Window window) {
    jdbc.sql(
            "update connection_quota set used = used - 1"
                + ONE
                + " and window_start = :start and used > 0")
        .param("company", window.companyId())
        .param("counted", window.counted())
        .param("limit", window.limit())
        .param("start", Ids.at(window.start()))
        .update();
  }

  /** How many went out in the window. */
  public int used(Window window) {
    return jdbc.sql("select used from connection_quota" + ONE + " and window_start >= :start")
        .param("company", window.companyId())
        .param("counted", window.counted())
        .param("limit", window.limit())
        .param("start", Ids.at(window.start()))
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  /** Sets how many went out, as the program itself counts: others may ask it, too. */
  public void set(Window window, int used) {
    jdbc.sql(
            """
            insert into connection_quota (company_id, counted, limit_name, window_start, used)
            values (:company, :counted, :limit, :start, :used)
            on conflict (company_id, counted, limit_name) do update
               set used = excluded.used, window_start = excluded.window_start
            """)
        .param("company", window.companyId())
        .param("counted", window.counted())
        .param("limit", window.limit())
        .param("start", Ids.at(window.start()))
        .param("used", used)
        .update();
  }
}
