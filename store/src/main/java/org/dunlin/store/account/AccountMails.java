package org.dunlin.store.account;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectRows;
import org.dunlin.store.secret.CustomerKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mails by which a customer gets statements of account, in the outbox. */
public final class AccountMails {
  private final JdbcClient jdbc;
  private final EffectRows rows;

  /** Those of this database; the keys open what they say. */
  public AccountMails(DataSource pool, CustomerKeys keys) {
    jdbc = JdbcClient.create(pool);
    rows = new EffectRows(keys);
  }

  /**
   * Those that were asked for on a business date, the newest first. Whoever asks next for one to
   * the same customer waits until the caller's transaction ends.
   *
   * @param orderingKey says the period
   */
  public List<Effect> hold(
      String companyId, UUID customerId, String orderingKey, LocalDate businessDate) {
    jdbc.sql(
            "select 1 from customer where company_id = :company and customer_id = :customer"
                + " for no key update")
        .param("company", companyId)
        .param("customer", customerId)
        .query(Integer.class)
        .single();
    return jdbc.sql(
            "select "
                + EffectRows.COLUMNS
                + " from effect where company_id = :company and customer_id = :customer"
                + " and business_date = :day and kind = 'EMAIL' and action_id is null"
                + " and ordering_key = :key order by sequence desc")
        .param("company", companyId)
        .param("customer", customerId)
        .param("day", businessDate)
        .param("key", orderingKey)
        .query((row, number) -> rows.effect(row))
        .list();
  }
}
