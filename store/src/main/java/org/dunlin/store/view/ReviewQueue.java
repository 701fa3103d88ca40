package org.dunlin.store.view;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The payments for which something is suggested, the most certain first. */
public final class ReviewQueue {
  private final JdbcClient jdbc;

  ReviewQueue(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** How many there are. */
  public int waiting(String companyId) {
    return jdbc.sql(
            "select count(distinct payment_id) from allocation"
                + " where company_id = :company and decision = 'SUGGESTED'")
        .param("company", companyId)
        .query(Integer.class)
        .single();
  }

  /** The ids of those whose best suggestion is the most certain; of equals the older payment. */
  public List<UUID> first(String companyId, int most) {
    return jdbc.sql(
            """
            select payment_id from allocation
             where company_id = :company and decision = 'SUGGESTED' and payment_id is not null
             group by payment_id
             order by max(confidence) desc nulls last, payment_id limit :most
            """)
        .param("company", companyId)
        .param("most", most)
        .query(UUID.class)
        .list();
  }
}
