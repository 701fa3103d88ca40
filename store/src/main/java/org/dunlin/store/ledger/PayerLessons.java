package org.dunlin.store.ledger;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.matching.History.KnownPayer;
import org.dunlin.core.matching.PayerLesson;
import org.dunlin.core.model.Allocation;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which accounts are known to pay for which customers, by the lines that prove it. */
public final class PayerLessons {
  /** One proves it; the others stay when a person takes that one back. */
  private static final int MOST_OF_A_PAYER = 3;

  private final JdbcClient jdbc;

  /** The lessons of this database. */
  public PayerLessons(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * Learns from a line that was added, where it teaches anything; nothing where its payment names
   * no account, or enough is known.
   */
  public void learn(String companyId, UUID allocationId, Allocation line) {
    if (!PayerLesson.teaches(line)) {
      return;
    }
    jdbc.sql(
            """
            insert into payer_lesson (company_id, allocation_id, customer_id, payer)
            select a.company_id, a.allocation_id, i.customer_id, payer_of(p.record)
              from allocation a
              join payment p using (company_id, payment_id)
              join invoice i using (company_id, invoice_id)
             where a.company_id = :company and a.allocation_id = :id and payer_of(p.record) is not null
               and (select count(*) from payer_lesson l join allocation t using (company_id, allocation_id)
                     where l.company_id = :company and l.customer_id = i.customer_id
                       and l.payer = payer_of(p.record) and t.undone_by is null) < :most
            on conflict do nothing
            """)
        .param("company", companyId)
        .param("id", allocationId)
        .param("most", MOST_OF_A_PAYER)
        .update();
  }

  /** All that is known, without what a person denied. */
  public List<KnownPayer> of(String companyId) {
    return jdbc.sql(
            """
            select distinct l.payer, l.customer_id
              from payer_lesson l join allocation a using (company_id, allocation_id)
             where l.company_id = :company and a.undone_by is null
               and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED')
               and not exists (select from payer_denial d
                                where d.company_id = :company and d.customer_id = l.customer_id
                                  and d.payer = l.payer)
            """)
        .param("company", companyId)
        .query((row, number) -> new KnownPayer(row.getString(1), row.getString(2)))
        .list();
  }

  /** Notes that the account does not pay for the customer; false when that was noted before. */
  public boolean deny(String companyId, UUID customerId, String account, String by) {
    return jdbc.sql(
                "insert into payer_denial values (:company, :customer, :payer, :by, now())"
                    + " on conflict do nothing")
            .param("company", companyId)
            .param("customer", customerId)
            .param("payer", account)
            .param("by", by)
            .update()
        == 1;
  }

  /** Takes that back; false when it was not noted. */
  public boolean allow(String companyId, UUID customerId, String account) {
    return jdbc.sql(
                "delete from payer_denial where company_id = :company"
                    + " and customer_id = :customer and payer = :payer")
            .param("company", companyId)
            .param("customer", customerId)
            .param("payer", account)
            .update()
        == 1;
  }
}
