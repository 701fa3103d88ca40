package org.dunlin.store.view;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The payments for which something is suggested, the most certain first, then those paid again or
 * refunded.
 */
public final class ReviewQueue {
  private final JdbcClient jdbc;

  ReviewQueue(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** How many there are. */
  public int waiting(String companyId) {
    return jdbc.sql(
            """
            select count(*) from (
              select payment_id from allocation
               where company_id = :company and decision = 'SUGGESTED' and payment_id is not null
              union select payment_id from paid_again join payment using (company_id, payment_id)
               where company_id = :company and set_aside_by is null and claimed + returned < amount
              union select paid_out from refund
               where company_id = :company and decision = 'SUGGESTED') waiting
            """)
        .param("company", companyId)
        .query(Integer.class)
        .single();
  }

  /** The ids of those whose best suggestion is the most certain; of equals the older payment. */
  public List<UUID> first(String companyId, int most) {
    return jdbc.sql(
            """
            select payment_id from (
              select payment_id, confidence from allocation
               where company_id = :company and decision = 'SUGGESTED' and payment_id is not null
              union all
              select payment_id, null from paid_again join payment using (company_id, payment_id)
               where company_id = :company and set_aside_by is null and claimed + returned < amount
              union all
              select paid_out, null from refund
               where company_id = :company and decision = 'SUGGESTED') waiting
             group by payment_id
             order by max(confidence) desc nulls last, payment_id limit :most
            """)
        .param("company", companyId)
        .param("most", most)
        .query(UUID.class)
        .list();
  }
}
