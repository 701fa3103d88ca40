package org.dunlin.store.program;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices that came to hooks, by their ids, as long as a program may send them again. */
public final class HookNotices {
  private final JdbcClient jdbc;

  /** The notices of this database. */
  public HookNotices(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Notes the ids of notices; those of them that did not come before. */
  public List<String> note(String companyId, String connectionId, Collection<String> eventIds) {
    return jdbc.sql(
            """
            insert into hook_notice (company_id, connection_id, event_id, received_at)
            select :company, :connection, id, now() from unnest(cast(:ids as text[])) as id
            on conflict do nothing returning event_id
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("ids", new TreeSet<>(eventIds).toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /** Forgets what came longer ago; how many that were. */
  public int forget(Duration kept) {
    return jdbc.sql(
            "delete from hook_notice where received_at < now() - make_interval(secs => :seconds)")
        .param("seconds", Instants.seconds(kept))
        .update();
  }
}
