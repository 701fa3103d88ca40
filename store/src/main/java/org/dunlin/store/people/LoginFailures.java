package org.dunlin.store.people;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often signing in failed, by name and by address: for all processes, and after a restart. */
public final class LoginFailures {
  private final JdbcClient jdbc;

  LoginFailures(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** So many, the last of them then. */
  public record Failed(int count, Instant last) {}

  /** What failed about each of these; nothing about one of which nothing did. */
  public Map<String, Failed> of(Collection<String> about) {
    Map<String, Failed> failed = new HashMap<>();
    jdbc.sql("select about, failures, last_at from hub_login_failure where about in (:about)")
        .param("about", about)
        .query(
            row -> {
              failed.put(
                  row.getString("about"),
                  new Failed(
                      row.getInt("failures"),
                      row.getObject("last_at", OffsetDateTime.class).toInstant()));
            });
    return failed;
  }

  /** One more; what is older than the pause was forgotten, and is removed. */
  public void count(String about, Instant now, Duration forgottenAfter) {
    jdbc.sql("delete from hub_login_failure where last_at < :old")
        .param("old", Ids.at(now.minus(forgottenAfter)))
        .update();
    jdbc.sql(
            """
            insert into hub_login_failure values (:about, 1, :now)
            on conflict (about) do update
               set failures = hub_login_failure.failures + 1, last_at = excluded.last_at
            """)
        .param("about", about)
        .param("now", Ids.at(now))
        .update();
  }

  /** Forgets what failed about these; true where something had. */
  public boolean forget(Collection<String> about) {
    return jdbc.sql("delete from hub_login_failure where about in (:about)")
            .param("about", about)
            .update()
        > 0;
  }
}
