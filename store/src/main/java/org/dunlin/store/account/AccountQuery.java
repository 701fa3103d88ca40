package org.dunlin.store.account;

/**
 * Reads an account from its facts. Each changes what is open of one document, or is money that has
 * found none; so the sum over documents is the sum over days, whatever the period.
 */
final class AccountQuery {
  /** What stands and counts. */
  private static final String STANDS =
      "a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED') and a.currency = d.currency";

  private static final String DOCUMENT =
      """
      document as (
        select i.invoice_id, i.number, i.kind, i.issue_date, i.currency, i.total, i.connection_id, i.source_id,
               i.record, case i.kind when 'INVOICE' then 1 else -1 end as sign,
               case i.status when 'OPEN' then i.outstanding - i.claimed else 0 end as open,
               case i.kind when 'INVOICE' then coalesce(i.due_date,
                 i.issue_date + coalesce(cast(c.record ->> 'paymentTermDays' as int),
                                         cast(o.record ->> 'paymentTermDays' as int), 30)) end as due_date
          from invoice i
          join customer c on c.company_id = i.company_id and c.customer_id = i.customer_id
          join company o on o.company_id = i.company_id
         where i.company_id = :company and i.customer_id = any(:customers) and i.status <> 'VOID')
      """;

  /** What is one movement has one key; what is applied within the account cancels out. */
  private static final String LINE =
      """
      line as (
        select d.invoice_id, d.number, d.currency, d.issue_date as on_date, d.kind as what,
               cast(d.invoice_id as text) as key, d.sign * d.total as amount,
               cast(null as uuid) as payment_id, cast(null as text) as reason
          from document d
        union all
        select d.invoice_id, d.number, d.currency, p.booking_date,
               case p.direction when 'IN' then 'PAYMENT' else 'RETURN' end, cast(p.payment_id as text),
               case p.direction when 'IN' then -a.amount else a.amount end, p.payment_id, null
          from document d
          join allocation a on a.company_id = :company and a.invoice_id = d.invoice_id
          join payment p on p.company_id = :company and p.payment_id = a.payment_id
         where %1$s
        union all
        select d.invoice_id, d.number, d.currency, a.business_date, 'APPLIED', cast(a.allocation_id as text),
               -a.amount, null, null
          from document d
          join allocation a on a.company_id = :company and a.invoice_id = d.invoice_id
         where a.credit_note_id is not null and a.undone_by is null and %1$s
        union all
        select d.invoice_id, d.number, d.currency, a.business_date, 'APPLIED', cast(a.allocation_id as text),
               a.amount, null, null
          from document d
          join allocation a on a.company_id = :company and a.credit_note_id = d.invoice_id
         where a.undone_by is null and %1$s
        union all
        select d.invoice_id, d.number, d.currency, j.business_date, 'ADJUSTMENT', cast(j.adjustment_id as text),
               -j.amount, null, j.reason
          from document d
          join adjustment j on j.company_id = :company and j.invoice_id = d.invoice_id
         where (j.ended is null or j.ended = 'SHOWN') and j.currency = d.currency
        union all
        select d.invoice_id, d.number, d.currency, b.booking_date, 'BOOKED',
               b.connection_id || '/' || b.source_id,
               case b.direction when 'IN' then -l.amount else l.amount end, null, null
          from document d
          join booking_line l on l.company_id = :company and l.connection_id = d.connection_id
               and l.invoice = d.source_id
          join booking b on b.company_id = :company and b.connection_id = l.connection_id
               and b.source_id = l.payment
         where not b.void and l.currency = d.currency
           and not exists (select from allocation a
                            where a.company_id = :company and a.invoice_id = d.invoice_id
                              and a.booking_connection = l.connection_id and a.booking_id = l.payment
                              and a.decision = 'BOOKED' and a.undone_by is null)
        union all
        select d.invoice_id, d.number, d.currency, p.booking_date, 'REFUND', cast(r.refund_id as text),
               r.amount, null, null
          from document d
          join refund r on r.company_id = :company and r.credit_note_id = d.invoice_id
          join payment p on p.company_id = :company and p.payment_id = r.paid_out
         where r.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL') and r.currency = d.currency
        union all
        select d.invoice_id, d.number, d.currency, r.ordered_on, 'REFUND', cast(r.order_id as text),
               r.amount, null, null
          from document d
          join refund_order r on r.company_id = :company and r.credit_note_id = d.invoice_id
         where r.state = 'OPEN' and r.currency = d.currency
        union all
        select d.invoice_id, d.number, d.currency, g.asked_on, 'REFUND', cast(g.refund_id as text),
               g.amount, null, null
          from document d
          join provider_refund g on g.company_id = :company and g.credit_note_id = d.invoice_id
         where g.claims and g.currency = d.currency)
      """;

  /** What the source says was settled beside all that is known, dated when it was told. */
  private static final String REST =
      """
      rest as (
        select d.invoice_id, d.number, d.currency,
               greatest(d.issue_date, coalesce(
                 (select max(j.business_date) from journal j
                   where j.company_id = :company and j.subject_kind = 'invoice'
                     and j.subject_id = cast(d.invoice_id as text)
                     and j.event in ('INVOICE_ADDED', 'INVOICE_CHANGED')), d.issue_date)) as on_date,
               'BOOKS' as what, cast(d.invoice_id as text) as key, d.sign * d.open - k.known as amount,
               cast(null as uuid) as payment_id, cast(null as text) as reason
          from document d
          join (select invoice_id, sum(amount) as known from line group by invoice_id) k using (invoice_id)
         where d.sign * d.open <> k.known)
      """;

  /** What is left of money that is this customer's and nobody else's. */
  private static final String CREDIT =
      """
      credit as (
        select cast(null as uuid) as invoice_id, cast(null as text) as number, p.currency,
               p.booking_date as on_date, 'PAYMENT' as what, cast(p.payment_id as text) as key,
               -(p.amount - p.claimed - p.returned) as amount, p.payment_id, cast(null as text) as reason
          from (select payment_id from line where payment_id is not null
                union
                select c.payment_id from payment c
                 where c.company_id = :company and c.credit_of = any(:customers)
                union
                select g.payment_id from paid_again g join document d using (invoice_id)
                 where g.company_id = :company) k
          join payment p on p.company_id = :company and p.payment_id = k.payment_id
         where p.direction = 'IN' and p.opened = 0 and p.claimed + p.returned < p.amount
           and coalesce(p.record ->> 'voided', 'false') = 'false'
           and (p.credit_of = any(:customers)
                or p.set_aside_by is null
                   and not exists (
                         select from allocation a join invoice i using (company_id, invoice_id)
                          where a.company_id = :company and a.payment_id = p.payment_id
                            and a.undone_by is null
                            and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED')
                            and i.customer_id <> all(:customers))))
      """;

  static final String ALL =
      "with "
          + DOCUMENT
          + ","
          + LINE.formatted(STANDS)
          + ","
          + REST
          + ","
          + CREDIT
          + """
          , fact as (select * from line union all select * from rest union all select * from credit),
          movement as (
            select currency, on_date, what, sum(amount) as amount, reason,
                   array_agg(distinct number order by number) filter (where number is not null) as numbers,
                   min(cast(invoice_id as text)) as invoice_id
              from fact group by currency, on_date, what, key, reason having sum(amount) <> 0)
          select * from (
          select 'OPENING' as part, currency, cast(null as date) as on_date, null as what, sum(amount) as amount,
                 null as reason, cast(null as text[]) as numbers, cast(null as date) as due_date,
                 cast(null as numeric) as total, null as record, 0 as place
            from movement where on_date < :from group by currency
          union all
          select 'MOVEMENT', m.currency, m.on_date, m.what, m.amount, m.reason, m.numbers,
                 case m.what when 'INVOICE' then d.due_date end, null, null,
                 array_position(array['INVOICE', 'CREDIT_NOTE', 'APPLIED', 'PAYMENT', 'BOOKED', 'ADJUSTMENT',
                                      'BOOKS', 'RETURN', 'REFUND'], m.what)
            from movement m left join document d on cast(d.invoice_id as text) = m.invoice_id
           where m.on_date between :from and :to
          union all
          select 'OPEN', d.currency, d.issue_date, d.kind, f.open, null, array[d.number], d.due_date, d.total,
                 cast(d.record as text), 100
            from document d
            join (select invoice_id, sum(amount) as open from (select * from line union all select * from rest) known
                   where on_date <= :to group by invoice_id having sum(amount) <> 0) f using (invoice_id)
          union all
          select 'OPEN', currency, on_date, what, amount, null, null, null, -amount, null, 101
            from credit where on_date <= :to) parts
           order by currency, place = 0 desc, place >= 100, on_date, place, numbers
          """;

  private AccountQuery() {}
}
