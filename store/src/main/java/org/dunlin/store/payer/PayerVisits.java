package org.dunlin.store.payer;

import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When the payer's page was opened, a new link was sent, and the known address was told. */
public final class PayerVisits {
  private static final Duration ONE_VISIT = Duration.ofHours(1);
  private static final Duration BETWEEN_LINKS = Duration.ofHours(1);
  private static final Duration BETWEEN_MAILS = Duration.ofHours(1);

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

  /** Of what the known address is told. */
  public enum Told {
    CONTACT,
    MANDATE
  }

  /** Whether a customer may be told of this now; if so, that it is. */
  public boolean tell(String companyId, UUID customerId, Told what) {
    return jdbc.sql(
                """
                insert into payer_told values (:company, :customer, :what, now())
                on conflict (company_id, customer_id, what) do update set told_at = now()
                   where payer_told.told_at < now() - make_interval(secs => :between)
                """)
            .param("company", companyId)
            .param("customer", customerId)
            .param("what", what.name())
            .param("between", BETWEEN_MAILS.toSeconds())
            .update()
        == 1;
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
