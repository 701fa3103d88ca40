package org.dunlin.store.pay;

import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Attempts to pay that are open at their providers though nothing is to be paid by them any more.
 */
public final class OvertakenCheckouts {
  private final JdbcClient jdbc;

  /** Those of this database. */
  public OvertakenCheckouts(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * One of a company.
   *
   * @param ownLink whether it is a payment link of the provider's own
   */
  public record Overtaken(String companyId, UUID id, boolean ownLink) {}

  /**
   * Takes one up whose invoices have less open than it is for, whose link a person has ended, or to
   * which, being a link of the provider's own, nothing leads any more; each three times at most,
   * with minutes between.
   */
  public Optional<Overtaken> take() {
    return jdbc.sql(
            """
            update checkout set end_tries = end_tries + 1, end_tried_at = clock_timestamp()
             where (company_id, checkout_id) = (
               select c.company_id, c.checkout_id from checkout c
                where c.state = 'OPEN' and c.provider_id is not null and c.payment_id is null
                  and c.end_tries < 3
                  and (c.end_tried_at is null
                       or c.end_tried_at < now() - interval '2 minutes' * c.end_tries)
                  and (exists (select from checkout_invoice x
                                 join invoice i on i.company_id = x.company_id
                                               and i.invoice_id = x.invoice_id
                                where x.company_id = c.company_id and x.checkout_id = c.checkout_id
                                  and (i.status <> 'OPEN' or i.outstanding - i.claimed < x.amount))
                       or exists (select from payment_link l
                                   where l.company_id = c.company_id and l.link_id = c.link_id
                                     and (l.voided or c.own_link
                                          and l.provider_link is distinct from c.provider_id)))
                limit 1 for update of c skip locked)
            returning company_id, checkout_id, own_link
            """)
        .query(
            (row, number) ->
                new Overtaken(
                    row.getString("company_id"),
                    row.getObject("checkout_id", UUID.class),
                    row.getBoolean("own_link")))
        .optional();
  }

  /** Notes that its provider cannot end one. */
  public void leave(Overtaken checkout) {
    jdbc.sql("update checkout set end_tries = 3 where company_id = :company and checkout_id = :id")
        .param("company", checkout.companyId())
        .param("id", checkout.id())
        .update();
  }
}
