package org.dunlin.store.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.store.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit log and timeline: rows are only ever appended. */
public final class Journal {
  private final JdbcClient jdbc;

  /** The journal of this database. */
  public Journal(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** A row as people read it. */
  public record Entry(
      Instant at,
      LocalDate businessDate,
      String actor,
      String subjectKind,
      String subjectId,
      String event,
      @Nullable String reason) {}

  /** Appends, in the transaction of the fact. */
  public void append(String companyId, Happening happening) {
    jdbc.sql(
            """
            insert into journal values (:company, :id, clock_timestamp(), :date, :actor, :kind, :subject,
                                        :event, :reason, cast(:before as jsonb), cast(:after as jsonb), :delivery)
            """)
        .param("company", companyId)
        .param("id", Ids.next())
        .param("date", happening.businessDate())
        .param("actor", happening.actor())
        .param("kind", happening.subjectKind())
        .param("subject", happening.subjectId())
        .param("event", happening.event())
        .param("reason", happening.reason())
        .param("before", json(happening.before()))
        .param("after", json(happening.after()))
        .param("delivery", happening.deliveryId())
        .update();
  }

  /** The newest rows of a company. */
  public List<Entry> newest(String companyId, int most) {
    return jdbc.sql(
            """
            select at, business_date, actor, subject_kind, subject_id, event, reason
              from journal where company_id = :company order by journal_id desc limit :most
            """)
        .param("company", companyId)
        .param("most", most)
        .query(
            (row, number) ->
                new Entry(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getObject("business_date", LocalDate.class),
                    row.getString("actor"),
                    row.getString("subject_kind"),
                    row.getString("subject_id"),
                    row.getString("event"),
                    row.getString("reason")))
        .list();
  }

  private static @Nullable String json(@Nullable CanonicalRecord record) {
    return record == null ? null : CanonicalWriter.line(record);
  }
}
