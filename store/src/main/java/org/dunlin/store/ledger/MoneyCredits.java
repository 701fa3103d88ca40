package org.dunlin.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.matching.Refunds.Credit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of money that came in is a customer's and no invoice's. */
final class MoneyCredits {
  /**
   * Money that came in, of which something is left that is one customer's: as a person said, as it
   * names what this customer has settled, or as all that took of it are this customer's. What its
   * provider is giving back is none until that is told, nor is any of which a credit note was given
   * back there.
   */
  private static final String CREDITS =
      """
      select p.record, p.claimed, p.returned, coalesce(
               leader_of(p.company_id, p.credit_of),
               (select leader_of(i.company_id, i.customer_id)
                  from paid_again a join invoice i using (company_id, invoice_id)
                 where a.company_id = p.company_id and a.payment_id = p.payment_id),
               (select case when count(distinct leader_of(i.company_id, i.customer_id)) = 1
                            then (array_agg(leader_of(i.company_id, i.customer_id)))[1] end
                  from allocation l join invoice i using (company_id, invoice_id)
                 where l.company_id = p.company_id and l.payment_id = p.payment_id and l.undone_by is null
                   and l.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED'))) as customer
        from payment p
       where p.company_id = :company and p.direction = 'IN' and p.claimed + p.returned < p.amount
         and (p.set_aside_by is null or p.credit_of is not null) and p.opened = 0
         and coalesce(p.record ->> 'voided', 'false') = 'false'
         and not exists (select from provider_refund g
                          where g.company_id = p.company_id and g.payment_id = p.payment_id
                            and g.state <> 'REFUSED'
                            and (g.credit_note_id is not null or not exists (select from payment b
                                             where b.company_id = g.company_id
                                               and b.entry_key = p.account_key || '/' || g.provider_refund)))
      """;

  private final JdbcClient jdbc;

  MoneyCredits(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** The last first. */
  List<Credit> credits(String companyId, int most) {
    return jdbc.sql(
            "select * from ("
                + CREDITS
                + " order by p.booking_date desc, p.payment_id limit :looked) c"
                + " where customer is not null limit :most")
        .param("company", companyId)
        .param("looked", most * 10)
        .param("most", most)
        .query(MoneyCredits::credit)
        .list();
  }

  /** What of one payment is; empty where nothing is. */
  Optional<Credit> credit(String companyId, UUID paymentId) {
    return jdbc.sql(
            "select * from (" + CREDITS + " and p.payment_id = :id) c where customer is not null")
        .param("company", companyId)
        .param("id", paymentId)
        .query(MoneyCredits::credit)
        .optional();
  }

  private static Credit credit(ResultSet row, int number) throws SQLException {
    PaymentState state = PaymentState.row(row, number);
    return Credit.of(
        state.payment(), state.unallocated(), row.getObject("customer", UUID.class).toString());
  }
}
