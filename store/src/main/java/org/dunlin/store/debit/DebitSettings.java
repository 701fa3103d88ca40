package org.dunlin.store.debit;

import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.dunlin.core.debit.CollectRules;
import org.dunlin.core.debit.CollectRules.RetryOn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether and how companies collect. */
public final class DebitSettings {
  private final JdbcClient jdbc;

  /** The settings of this database. */
  public DebitSettings(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Who is chosen. */
  public enum Kind {
    /** By id. */
    CUSTOMER,
    /** By the name of a dunning plan. */
    PLAN
  }

  /** The rules of a company; where it has said nothing, it does not collect. */
  public CollectRules of(String companyId) {
    return jdbc.sql("select * from debit_setting where company_id = :company")
        .param("company", companyId)
        .query(
            (row, number) ->
                new CollectRules(
                    row.getBoolean("collects"),
                    row.getInt("notice_days"),
                    row.getInt("retries"),
                    RetryOn.valueOf(row.getString("retry_on"))))
        .optional()
        .orElse(CollectRules.USUAL);
  }

  /** Says how a company collects. */
  public void put(String companyId, CollectRules rules) {
    jdbc.sql(
            """
            insert into debit_setting values (:company, :collects, :days, :retries, :on)
            on conflict (company_id) do update
               set collects = excluded.collects, notice_days = excluded.notice_days,
                   retries = excluded.retries, retry_on = excluded.retry_on
            """)
        .param("company", companyId)
        .param("collects", rules.collects())
        .param("days", rules.noticeDays())
        .param("retries", rules.retries())
        .param("on", rules.retryOn().name())
        .update();
  }

  /** What was said of customers, or of plans, by their names. */
  public Map<String, Boolean> chosen(String companyId, Kind kind) {
    Map<String, Boolean> chosen = new HashMap<>();
    jdbc.sql("select * from debit_choice where company_id = :company and kind = :kind")
        .param("company", companyId)
        .param("kind", kind.name())
        .query(
            row -> {
              chosen.put(row.getString("subject"), row.getBoolean("collects"));
            });
    return chosen;
  }

  /** Whether anybody is collected from by a word of their own. */
  public boolean anyChosen(String companyId) {
    return jdbc.sql(
            "select exists (select from debit_choice where company_id = :company and collects)")
        .param("company", companyId)
        .query(Boolean.class)
        .single();
  }

  /** Says whether it is collected of one; the company's word is not asked for it any more. */
  public void choose(String companyId, Kind kind, String subject, boolean collects, String by) {
    jdbc.sql(
            """
            insert into debit_choice values (:company, :kind, :subject, :collects, :by)
            on conflict (company_id, kind, subject) do update
               set collects = excluded.collects, chosen_by = excluded.chosen_by
            """)
        .param("company", companyId)
        .param("kind", kind.name())
        .param("subject", subject)
        .param("collects", collects)
        .param("by", by)
        .update();
  }

  /** Takes back what was said of one. */
  public void leave(String companyId, Kind kind, String subject) {
    jdbc.sql(
            "delete from debit_choice where company_id = :company and kind = :kind and subject = :subject")
        .param("company", companyId)
        .param("kind", kind.name())
        .param("subject", subject)
        .update();
  }
}
