package org.dunlin.store.dialogue;

import java.sql.Types;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose tasks are, and which a person says are done. */
public final class TaskMarks {
  private final JdbcClient jdbc;

  /** The marks of this database. */
  public TaskMarks(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * Gives a task to a person.
   *
   * @param assignee by name; absent: to nobody
   */
  public void assign(String companyId, String kind, String subjectId, @Nullable String assignee) {
    jdbc.sql(
            """
            insert into task_mark (company_id, kind, subject_id, assignee)
            values (:company, :kind, :subject, :assignee)
            on conflict (company_id, kind, subject_id) do update set assignee = excluded.assignee
            """)
        .param("company", companyId)
        .param("kind", kind)
        .param("subject", subjectId)
        .param("assignee", assignee, Types.VARCHAR)
        .update();
  }

  /** Says that one is done; false where it was before. */
  public boolean done(String companyId, String kind, String subjectId, String by) {
    return jdbc.sql(
                """
                insert into task_mark (company_id, kind, subject_id, done_by, done_at)
                values (:company, :kind, :subject, :by, now())
                on conflict (company_id, kind, subject_id)
                do update set done_by = excluded.done_by, done_at = excluded.done_at
                 where task_mark.done_at is null
                """)
            .param("company", companyId)
            .param("kind", kind)
            .param("subject", subjectId)
            .param("by", by)
            .update()
        == 1;
  }
}
