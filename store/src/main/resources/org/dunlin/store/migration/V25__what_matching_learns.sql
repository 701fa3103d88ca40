-- Whose invoices an account paid, as a person or a strong reference proved: a row for each line
-- that proves it, a few of one account and customer. A lesson counts while its line stands, for
-- whoever the invoice is of by now, and for the name under which the payment came.
create table payer_lesson (
  company_id     text not null,
  allocation_id  uuid not null,
  payer          text not null,
  primary key (company_id, allocation_id),
  foreign key (company_id, allocation_id) references allocation on delete cascade
);
create index payer_lesson_of_payer on payer_lesson (company_id, payer);

-- A person said that an account does not pay for a customer, nor for those who are one with it: it
-- is not learned again.
create table payer_denial (
  company_id   text        not null,
  customer_id  uuid        not null,
  payer        text        not null,
  denied_by    text        not null,
  denied_at    timestamptz not null,
  primary key (company_id, customer_id, payer),
  foreign key (company_id, customer_id) references customer
);

-- Who leads a customer; who is led by nobody leads itself.
create function leader_of(company text, customer uuid) returns uuid language sql stable as $$
  select coalesce((select leader_id from customer_link
                    where company_id = $1 and customer_id = $2), $2)
$$;

-- As AccountId.key has it.
create function payer_of(payment jsonb) returns text language sql immutable as $$
  select coalesce($1 ->> 'payerIban',
                  coalesce(($1 ->> 'payerAccountScheme') || ':', '') || ($1 ->> 'payerAccountNumber'))
$$;

insert into payer_lesson (company_id, allocation_id, payer)
select company_id, allocation_id, payer
  from (select a.company_id, a.allocation_id, payer_of(p.record) as payer,
               row_number() over (partition by a.company_id, i.customer_id, payer_of(p.record)
                                  order by a.allocation_id) as place
          from allocation a
          join payment p using (company_id, payment_id)
          join invoice i using (company_id, invoice_id)
         where a.undone_by is null and p.direction = 'IN' and payer_of(p.record) is not null
           and (a.decision in ('CONFIRMED', 'MANUAL', 'BOOKED')
                or a.decision = 'AUTOMATIC' and a.rule in ('STRUCTURED_REFERENCE', 'DOCUMENT_NUMBER')
                   and a.confidence >= 0.993)) proved
 where place <= 3;

-- Under what documents are looked up of which nothing is open: the digits of a number, without
-- zeros, which stay however it is written (org.dunlin.core.matching.SettledNumbers); of a very long
-- one the first, since an index takes no more than a few thousand.
create function digits_of(number text) returns text language sql immutable parallel safe as $$
  select left(regexp_replace($1, '[^1-9]', '', 'g'), 64)
$$;
create index invoice_settled_number on invoice (company_id, digits_of(number))
  where not (status = 'OPEN' and claimed < outstanding);
create index invoice_settled_reference on invoice (company_id, digits_of(record ->> 'paymentReference'))
  where not (status = 'OPEN' and claimed < outstanding) and record ->> 'paymentReference' is not null;

-- What settles part of an invoice without money, decided with an allocation and taken back with it.
-- It claims the invoice as an allocation does, until its source shows as much.
create table adjustment (
  company_id     text        not null,
  adjustment_id  uuid        not null,
  -- absent once a line that was taken back is forgotten: who follows the list sees what became of it
  allocation_id  uuid,
  payment_id     uuid,
  invoice_id     uuid        not null,
  amount         numeric     not null check (amount > 0),
  currency       text        not null,
  reason         text        not null
                 check (reason in ('DISCOUNT', 'BANK_CHARGE', 'PROVIDER_FEE', 'ROUNDING', 'BAD_DEBT', 'EXCHANGE')),
  match          text,
  decided_at     timestamptz not null,
  decided_by     text        not null,
  business_date  date        not null,
  -- TAKEN_BACK with its allocation; SHOWN where the source left no room for it; GAVE_WAY with an
  -- allocation that did, with which it stands again
  ended          text        check (ended in ('TAKEN_BACK', 'SHOWN', 'GAVE_WAY')),
  updated_at     timestamptz not null default clock_timestamp(),
  primary key (company_id, adjustment_id),
  foreign key (company_id, allocation_id) references allocation on delete set null (allocation_id),
  foreign key (company_id, payment_id) references payment on delete set null (payment_id),
  foreign key (company_id, invoice_id) references invoice,
  check (allocation_id is not null or ended is not null)
);
create index adjustment_of_invoice on adjustment (company_id, invoice_id);
create index adjustment_of_allocation on adjustment (company_id, allocation_id);
create index adjustment_of_payment on adjustment (company_id, payment_id);
create index adjustment_updated on adjustment (company_id, updated_at, adjustment_id);
create trigger adjustment_updated before update on adjustment
  for each row execute function note_update();

-- What adjustments claim ties out as what allocations claim.
create or replace function sums_of_invoice(company text, invoice uuid, kind text, status text, outstanding numeric, claimed numeric)
returns table (sum text, amount numeric) language sql stable as $$
  select s, a from (values ('OUTSTANDING', $5), ('OPEN', $5 - $6)) v (s, a) where $3 = 'INVOICE' and $4 = 'OPEN'
  union all
  select 'CLAIMED', case when rule = 'RETURN' then -a.amount else a.amount end from allocation a
   where $3 = 'INVOICE' and $4 = 'OPEN' and a.company_id = $1 and a.invoice_id = $2
     and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')
  union all
  select 'CLAIMED', a.amount from adjustment a
   where $3 = 'INVOICE' and $4 = 'OPEN' and a.company_id = $1 and a.invoice_id = $2 and a.ended is null
$$;
create function keep_tie_out_of_adjustments() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into tie_out_change (company_id, currency, sum, amount)
    select r.company_id, r.currency, 'CLAIMED', sum(r.amount)
      from added r join invoice i using (company_id, invoice_id)
     where i.kind = 'INVOICE' and i.status = 'OPEN' and r.ended is null
     group by r.company_id, r.currency;
  else
    insert into tie_out_change (company_id, currency, sum, amount)
    select r.company_id, r.currency, 'CLAIMED', sum(sign * r.amount)
      from (select *, 1 as sign from added union all select *, -1 from gone) r
      join invoice i using (company_id, invoice_id)
     where i.kind = 'INVOICE' and i.status = 'OPEN' and r.ended is null
     group by r.company_id, r.currency having sum(sign * r.amount) <> 0;
  end if;
  return null;
end $$;
create trigger tie_out_of_new after insert on adjustment referencing new table as added
  for each statement execute function keep_tie_out_of_adjustments();
create trigger tie_out_of_changed after update on adjustment referencing new table as added old table as gone
  for each statement execute function keep_tie_out_of_adjustments();

create or replace view tie_out_now as
select company_id, currency, 'PAID' as sum, sum(amount) as amount
  from payment where direction = 'IN' group by company_id, currency
union all
select company_id, currency, 'RETURNED', sum(returned)
  from payment where direction = 'IN' group by company_id, currency
union all
select company_id, currency, 'UNALLOCATED', sum(amount - claimed - returned)
  from payment where direction = 'IN' group by company_id, currency
union all
select a.company_id, a.currency, 'ALLOCATED', sum(a.amount)
  from allocation a join payment p using (company_id, payment_id)
 where p.direction = 'IN' and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED')
 group by a.company_id, a.currency
union all
select company_id, currency, 'OUTSTANDING', sum(outstanding)
  from invoice where kind = 'INVOICE' and status = 'OPEN' group by company_id, currency
union all
select company_id, currency, 'OPEN', sum(outstanding - claimed)
  from invoice where kind = 'INVOICE' and status = 'OPEN' group by company_id, currency
union all
select c.company_id, c.currency, 'CLAIMED', sum(c.amount)
  from (select company_id, invoice_id, currency,
               case when rule = 'RETURN' then -amount else amount end as amount
          from allocation where decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')
        union all
        select company_id, invoice_id, currency, amount from adjustment where ended is null) c
  join invoice i using (company_id, invoice_id)
 where i.kind = 'INVOICE' and i.status = 'OPEN'
 group by c.company_id, c.currency;
