package org.dunlin.store.payer;

import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which forms of the payer's page were carried out. */
public final class PayerForms {
  /** How long a form is known; none may be sent later than that. */
  public static final Duration KNOWN = Duration.ofDays(8);

  private final JdbcClient jdbc;

  /** Those of this database. */
  public PayerForms(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * Takes a form, in the transaction that carries it out; false where it was carried out already.
   * Whoever sends it at the same time waits until that is known.
   */
  public boolean take(String companyId, UUID customerId, UUID formId, String act) {
    jdbc.sql("delete from payer_form where done_at < now() - make_interval(secs => :seconds)")
        .param("seconds", KNOWN.plusDays(1).toSeconds())
        .update();
    return jdbc.sql(
                """
                insert into payer_form (company_id, form_id, customer_id, act)
                values (:company, :form, :customer, :act) on conflict do nothing
                """)
            .param("company", companyId)
            .param("form", formId)
            .param("customer", customerId)
            .param("act", act)
            .update()
        == 1;
  }
}
