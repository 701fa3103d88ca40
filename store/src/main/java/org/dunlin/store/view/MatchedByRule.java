package org.dunlin.store.view;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * By which rules money was applied in the last days, and how much of it by people. What the books
 * themselves had applied is not among it.
 */
public final class MatchedByRule {
  private final JdbcClient jdbc;

  /** Over the allocations of this database. */
  public MatchedByRule(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * How often one rule applied something.
   *
   * @param rule empty where no rule did
   */
  public record Line(String decision, String rule, int times) {}

  /** What was applied after a business date, and not undone. */
  public List<Line> after(String companyId, LocalDate after) {
    return jdbc.sql(
            """
            select decision, coalesce(rule, '') as rule, count(*) as times from allocation
             where company_id = :company and business_date > :after and undone_by is null
               and decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')
             group by decision, coalesce(rule, '')
            """)
        .param("company", companyId)
        .param("after", after)
        .query(
            (row, number) ->
                new Line(row.getString("decision"), row.getString("rule"), row.getInt("times")))
        .list();
  }
}
