package org.dunlin.work;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the ledger of a company says, without what may differ between two ledgers that say the same:
 * its own ids, when a record was read, and which delivery brought it.
 */
public final class LedgerSnapshot {
  private static final String SAID =
      """
      select 'customer ' || source_id || ' ' || (record - 'id' - 'source')::text
        from customer where company_id = :company
      union all
      select 'invoice ' || i.source_id || ' of ' || c.source_id || ' outstanding ' || i.outstanding
             || ' claimed ' || trim_scale(i.claimed) || ' ' || (i.record - 'id' - 'source' - 'customerId')::text
        from invoice i join customer c using (company_id, customer_id) where i.company_id = :company
      union all
      select 'payment ' || entry_key || ' ' || amount || ' ' || (record - 'id' - 'source')::text
        from payment where company_id = :company
      union all
      select 'statement ' || account_key || ' ' || from_date || ' ' || to_date || ' '
             || (record - 'id' - 'source')::text
        from statement where company_id = :company
      order by 1
      """;

  private LedgerSnapshot() {}

  /** One line a record, sorted. */
  public static List<String> of(JdbcClient jdbc, String companyId) {
    return jdbc.sql(SAID).param("company", companyId).query(String.class).list();
  }
}
