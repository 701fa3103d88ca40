package org.dunlin.store.ledger;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.matching.History.KnownPayer;
import org.dunlin.core.matching.PayerLesson;
import org.dunlin.core.model.AccountId;
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
   * no account, or one longer than is taken any more, or enough is known.
   */
  public void learn(String companyId, UUID allocationId, Allocation line) {
    if (!PayerLesson.teaches(line)) {
      return;
    }
    jdbc.sql(
            """
            insert into payer_lesson (company_id, allocation_id, payer)
            select a.company_id, a.allocation_id, payer_of(p.record)
              from allocation a
              join payment p using (company_id, payment_id)
              join invoice i using (company_id, invoice_id)
             where a.company_id = :company and a.allocation_id = :id
               and length(payer_of(p.record)) <= :longest
               and (select count(*) from payer_lesson l
                      join allocation t using (company_id, allocation_id)
                      join invoice o using (company_id, invoice_id)
                     where l.company_id = :company and l.payer = payer_of(p.record)
                       and o.customer_id = i.customer_id and t.undone_by is null) < :most
            on conflict do nothing
            """)
        .param("company", companyId)
        .param("id", allocationId)
        .param("most", MOST_OF_A_PAYER)
        .param("longest", AccountId.LONGEST_KEY)
        .update();
  }

  /**
   * All that is known, of the customers whose the invoices are now; without what a person denied of
   * one of those who are one.
   */
  public List<KnownPayer> of(String companyId) {
    return jdbc.sql(
            """
            with link as (select customer_id, leader_id from customer_link where company_id = :company),
            denied as (
              select d.payer, coalesce(n.leader_id, d.customer_id) as leader_id
                from payer_denial d left join link n using (customer_id)
               where d.company_id = :company)
            select distinct l.payer, i.customer_id, p.record ->> 'payerName'
              from payer_lesson l
              join allocation a using (company_id, allocation_id)
              join invoice i using (company_id, invoice_id)
              join payment p using (company_id, payment_id)
              left join link n on n.customer_id = i.customer_id
             where l.company_id = :company and a.undone_by is null
               and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED')
               and not exists (select from denied d
                                where d.payer = l.payer
                                  and d.leader_id = coalesce(n.leader_id, i.customer_id))
            """)
        .param("company", companyId)
        .query(
            (row, number) -> new KnownPayer(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  /**
   * Notes that the account does not pay for the customer, nor for those who are one with it; false
   * when that was noted before.
   */
  public boolean deny(String companyId, UUID customerId, String account, String by) {
    return jdbc.sql(
                """
                insert into payer_denial
                select :company, :customer, :payer, :by, now()
                 where not exists (
                   select from payer_denial where company_id = :company and payer = :payer
                      and leader_of(:company, customer_id) = leader_of(:company, :customer))
                on conflict do nothing
                """)
            .param("company", companyId)
            .param("customer", customerId)
            .param("payer", account)
            .param("by", by)
            .update()
        == 1;
  }

  /** Takes that back, of whomever of them it was noted; false when it was not noted. */
  public boolean allow(String companyId, UUID customerId, String account) {
    return jdbc.sql(
                """
                delete from payer_denial where company_id = :company and payer = :payer
                   and leader_of(:company, customer_id) = leader_of(:company, :customer)
                """)
            .param("company", companyId)
            .param("customer", customerId)
            .param("payer", account)
            .update()
        > 0;
  }
}
