package org.dunlin.store.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payments, those booked last first. */
public final class PaymentList {
  private static final String QUERY =
      """
      select p.payment_id, p.direction, p.kind, p.booking_date, p.currency, p.amount,
             p.record ->> 'payerName' as party, p.record ->> 'remittance' as remittance,
             case when p.direction = 'IN' or p.kind = 'RETURN'
                  then p.amount - p.claimed - p.returned else 0 end as unallocated,
             s.applied, s.suggested, s.evidence
        from payment p left join lateral (
               select array_agg(distinct i.number order by i.number)
                        filter (where a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED')
                                      and a.undone_by is null) as applied,
                      array_agg(distinct i.number order by i.number)
                        filter (where a.decision = 'SUGGESTED' and coalesce(a.rank, 1) = 1) as suggested,
                      min(array_to_string(a.evidence, '; '))
                        filter (where a.decision = 'SUGGESTED' and coalesce(a.rank, 1) = 1) as evidence
                 from allocation a join invoice i using (company_id, invoice_id)
                where a.company_id = p.company_id and a.payment_id = p.payment_id) s on true
       where p.company_id = :company and p.opened = 0 %s
       order by p.booking_date desc, p.payment_id desc limit :most
      """;

  // The ids first: over the rows of all payments one by one it would read the whole table.
  private static final String OF_CUSTOMER =
      """
      p.payment_id in (
        select c.payment_id from payment c
         where c.company_id = :company
           and c.credit_of in (select cast(:customer as uuid) union all
                               select l.customer_id from customer_link l
                                where l.company_id = :company and l.leader_id = :customer)
        union
        select a.payment_id from invoice i join allocation a using (company_id, invoice_id)
         where i.company_id = :company and i.customer_id = :customer
           and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED'))
      """;

  private final JdbcClient jdbc;

  PaymentList(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Which payments are asked for. */
  public enum Filter {
    /** Money that has not found all its invoices, and returns that have not found their payment. */
    UNALLOCATED(
        "p.claimed + p.returned < p.amount and p.set_aside_by is null"
            + " and (p.direction = 'IN' or p.kind = 'RETURN')"),
    /** Money that a person found to be no customer's. */
    SET_ASIDE("p.set_aside_by is not null and p.credit_of is null"),
    /** Money that a person found to be a customer's credit. */
    CREDIT("p.credit_of is not null and p.claimed + p.returned < p.amount"),
    /** Money that came in. */
    INCOMING("p.direction = 'IN'"),
    /** Money that left. */
    OUTGOING("p.direction = 'OUT'"),
    /** Every payment. */
    ALL("true");

    private final String condition;

    Filter(String condition) {
      this.condition = condition;
    }
  }

  /**
   * Which payments are asked for.
   *
   * @param customer to one of whose invoices something of it is applied, or whose credit it is;
   *     absent: anyone's or nobody's
   * @param search the beginnings of words of the remittance or the other party's name
   */
  public record Choice(Filter filter, @Nullable UUID customer, @Nullable String search) {}

  /**
   * A payment.
   *
   * @param party the payer's name, or of money that left the receiver's
   * @param unallocated what has found no invoice; zero of money that left and is no return
   * @param applied the numbers of the invoices to which something of it is applied
   * @param suggested the numbers of the invoices that matching offers first
   * @param evidence why it offers them
   */
  public record Line(
      UUID id,
      Direction direction,
      PaymentKind kind,
      LocalDate bookingDate,
      @Nullable String party,
      @Nullable String remittance,
      Money amount,
      Money unallocated,
      List<String> applied,
      List<String> suggested,
      @Nullable String evidence) {}

  /** A page of payments. */
  public Page<Line> page(String companyId, Choice choice, @Nullable Cursor after, int most) {
    Conditions conditions = new Conditions(companyId, most + 1).and(choice.filter().condition);
    if (choice.customer() != null) {
      conditions.and(OF_CUSTOMER, "customer", choice.customer());
    }
    if (choice.search() != null) {
      conditions.and(
          "words_of_payment(p.record) @@ prefixes_of(:search)", "search", choice.search());
    }
    if (after != null) {
      conditions
          .with("booked", after.date(0))
          .and("(p.booking_date, p.payment_id) < (:booked, :after)", "after", after.id(1));
    }
    return Page.of(
        jdbc.sql(QUERY.formatted(conditions.text()))
            .params(conditions.values())
            .query(PaymentList::line)
            .list(),
        most,
        line -> Cursor.at(line.bookingDate(), line.id()));
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        row.getObject("payment_id", UUID.class),
        Direction.valueOf(row.getString("direction")),
        PaymentKind.valueOf(row.getString("kind")),
        row.getObject("booking_date", LocalDate.class),
        row.getString("party"),
        row.getString("remittance"),
        Columns.money(row, "amount"),
        Columns.money(row, "unallocated"),
        Columns.texts(row, "applied"),
        Columns.texts(row, "suggested"),
        row.getString("evidence"));
  }
}
