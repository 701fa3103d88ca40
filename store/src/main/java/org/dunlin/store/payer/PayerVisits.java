package org.dunlin.store.payer;

import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When the payer's page was opened, and when a new link was sent. */
public final class PayerVisits {
  private static final Duration ONE_VISIT = Duration.ofHours(1);
  private static final Duration BETWEEN_LINKS = Duration.ofHours(1);

  private final JdbcClient jdbc;

  /** Those of this database. */
  public PayerVisits(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Counts a page that was opened; true where a visit begins, so that it is noted. */
  public boolean opened(String companyId, UUID linkId, UUID customerId) {
    return jdbc.sql(
            """
            insert into payer_visit values (:company, :link, :customer, now(), now(), 1)
            on conflict (company_id, link_id) do update
               set pages = payer_visit.pages + 1, last_at = now(),
                   noted_at = case when payer_visit.last_at < now() - make_interval(secs => :visit)
                                   then now() else payer_visit.noted_at end
            returning noted_at = now()
            """)
        .param("company", companyId)
        .param("link", linkId)
        .param("customer", customerId)
        .param("visit", ONE_VISIT.toSeconds())
        .query(Boolean.class)
        .single();
  }

  /** Whether a customer may be sent a new link now; if so, that it is. */
  public boolean renew(String companyId, UUID customerId) {
    return jdbc.sql(
                """
                insert into payer_renewal values (:company, :customer, now())
                on conflict (company_id, customer_id) do update set renewed_at = now()
                   where payer_renewal.renewed_at < now() - make_interval(secs => :between)
                """)
            .param("company", companyId)
            .param("customer", customerId)
            .param("between", BETWEEN_LINKS.toSeconds())
            .update()
        == 1;
  }
}
