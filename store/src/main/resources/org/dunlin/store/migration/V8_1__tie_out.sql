-- The sums that must tie out, each kept from its own table, so that a difference between the tables
-- still shows. What holds is the sum of both tables, as of company_due and its changes.

create table tie_out_sum (
  company_id  text    not null,
  currency    text    not null,
  sum         text    not null,
  amount      numeric not null,
  primary key (company_id, currency, sum)
);
create table tie_out_change (
  company_id  text    not null,
  change_id   bigint  generated always as identity,
  currency    text    not null,
  sum         text    not null,
  amount      numeric not null,
  primary key (company_id, change_id)
);

create function sums_of_payment(direction text, amount numeric, claimed numeric, returned numeric)
returns table (sum text, amount numeric) language sql immutable as $$
  select s, a from (values ('PAID', $2), ('RETURNED', $4), ('UNALLOCATED', $2 - $3 - $4)) v (s, a) where $1 = 'IN'
$$;
create function sums_of_invoice(company text, invoice uuid, kind text, status text, outstanding numeric, claimed numeric)
returns table (sum text, amount numeric) language sql stable as $$
  select s, a from (values ('OUTSTANDING', $5), ('OPEN', $5 - $6)) v (s, a) where $3 = 'INVOICE' and $4 = 'OPEN'
  union all
  select 'CLAIMED', case when rule = 'RETURN' then -a.amount else a.amount end from allocation a
   where $3 = 'INVOICE' and $4 = 'OPEN' and a.company_id = $1 and a.invoice_id = $2
     and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')
$$;
create function sums_of_allocation(company text, payment uuid, invoice uuid, decision text, rule text, amount numeric)
returns table (sum text, amount numeric) language sql stable as $$
  select 'ALLOCATED', $6 from payment p
   where p.company_id = $1 and p.payment_id = $2 and p.direction = 'IN'
     and $4 in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED')
  union all
  select 'CLAIMED', case when $5 = 'RETURN' then -$6 else $6 end from invoice i
   where i.company_id = $1 and i.invoice_id = $3 and i.kind = 'INVOICE' and i.status = 'OPEN'
     and $4 in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')
$$;

create function keep_tie_out_of_payments() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into tie_out_change (company_id, currency, sum, amount)
    select company_id, currency, s.sum, sum(s.amount)
      from added r, sums_of_payment(direction, r.amount, claimed, returned) s
     group by company_id, currency, s.sum having sum(s.amount) <> 0;
  else
    insert into tie_out_change (company_id, currency, sum, amount)
    select company_id, currency, s.sum, sum(sign * s.amount)
      from (select *, 1 as sign from added union all select *, -1 from gone) r,
           sums_of_payment(direction, r.amount, claimed, returned) s
     group by company_id, currency, s.sum having sum(sign * s.amount) <> 0;
  end if;
  return null;
end $$;
create trigger tie_out_of_new after insert on payment referencing new table as added
  for each statement execute function keep_tie_out_of_payments();
create trigger tie_out_of_changed after update on payment referencing new table as added old table as gone
  for each statement execute function keep_tie_out_of_payments();

-- The claims on an invoice count while it is open: of a new one there are none.
create function keep_tie_out_of_invoices() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into tie_out_change (company_id, currency, sum, amount)
    select company_id, currency, s.sum, sum(s.amount)
      from added r, sums_of_invoice(company_id, invoice_id, kind, status, outstanding, claimed) s
     group by company_id, currency, s.sum having sum(s.amount) <> 0;
  else
    insert into tie_out_change (company_id, currency, sum, amount)
    select company_id, currency, s.sum, sum(sign * s.amount)
      from (select *, 1 as sign from added union all select *, -1 from gone) r,
           sums_of_invoice(company_id, invoice_id, kind, status, outstanding, claimed) s
     group by company_id, currency, s.sum having sum(sign * s.amount) <> 0;
  end if;
  return null;
end $$;
create trigger tie_out_of_new after insert on invoice referencing new table as added
  for each statement execute function keep_tie_out_of_invoices();
create trigger tie_out_of_changed after update on invoice referencing new table as added old table as gone
  for each statement execute function keep_tie_out_of_invoices();

create function keep_tie_out_of_allocations() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into tie_out_change (company_id, currency, sum, amount)
    select company_id, currency, s.sum, sum(s.amount)
      from added r, sums_of_allocation(company_id, payment_id, invoice_id, decision, rule, r.amount) s
     group by company_id, currency, s.sum having sum(s.amount) <> 0;
  else
    insert into tie_out_change (company_id, currency, sum, amount)
    select company_id, currency, s.sum, sum(sign * s.amount)
      from (select *, 1 as sign from added union all select *, -1 from gone) r,
           sums_of_allocation(company_id, payment_id, invoice_id, decision, rule, r.amount) s
     group by company_id, currency, s.sum having sum(sign * s.amount) <> 0;
  end if;
  return null;
end $$;
create trigger tie_out_of_new after insert on allocation referencing new table as added
  for each statement execute function keep_tie_out_of_allocations();
create trigger tie_out_of_changed after update on allocation referencing new table as added old table as gone
  for each statement execute function keep_tie_out_of_allocations();

-- No row of these is ever taken away but a suggestion, which counts nowhere.
create function refuse_removal() returns trigger language plpgsql as $$
begin
  if exists (select from gone where decision <> 'SUGGESTED') then
    raise exception 'an allocation that was decided is never removed, it is undone by another';
  end if;
  return null;
end $$;
create trigger tie_out_of_gone after delete on allocation referencing old table as gone
  for each statement execute function refuse_removal();

create function compact_tie_out() returns trigger language plpgsql as $$
begin
  if pg_try_advisory_xact_lock(hashtextextended('changes of tie-out of ' || new.company_id, 0)) then
    with gone as (delete from tie_out_change where company_id = new.company_id returning *)
    insert into tie_out_sum as kept
    select company_id, currency, sum, sum(amount) from gone group by company_id, currency, sum
    on conflict (company_id, currency, sum) do update set amount = kept.amount + excluded.amount;
  end if;
  return null;
end $$;
create constraint trigger tie_out_compacted after insert on tie_out_change
  deferrable initially deferred for each row when (new.change_id % 64 = 0)
  execute function compact_tie_out();

-- The sums of a company from its ledger.
create view tie_out_now as
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
select a.company_id, a.currency, 'CLAIMED', sum(case when a.rule = 'RETURN' then -a.amount else a.amount end)
  from allocation a join invoice i using (company_id, invoice_id)
 where i.kind = 'INVOICE' and i.status = 'OPEN' and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')
 group by a.company_id, a.currency;

create view tie_out_kept as
select company_id, currency, sum, sum(amount) as amount
  from (select company_id, currency, sum, amount from tie_out_sum
        union all
        select company_id, currency, sum, amount from tie_out_change) both_tables
 group by company_id, currency, sum;

-- In one statement, so that it sees both sides at one moment.
create function recount_tie_out(company text) returns void language sql as $$
  insert into tie_out_change (company_id, currency, sum, amount)
  select company, currency, sum, coalesce(n.amount, 0) - coalesce(k.amount, 0)
    from (select * from tie_out_kept where company_id = company) k
    full join (select * from tie_out_now where company_id = company) n using (currency, sum)
   where coalesce(n.amount, 0) <> coalesce(k.amount, 0)
$$;

select recount_tie_out(company_id) from company;
