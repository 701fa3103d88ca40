-- What is owed, kept in the transaction of the fact, so that no page's time grows with the ledger.
--
-- Triggers keep it, since then whoever writes an invoice or terms, by whatever road, keeps it too.
-- What a transaction touched is noted in stale_figure and counted anew once, as it commits: by then
-- it waits for nothing else, and rows are locked in one order, so that it never waits long and
-- never in a circle.

-- What is open of each instalment of an open document; a document without any has one implied.
-- Without a day on which it is due (more than the instalments add up to, and all of a credit note)
-- it lies on 'infinity'.
create table open_instalment (
  company_id   text    not null,
  invoice_id   uuid    not null,
  due_date     date    not null,
  customer_id  uuid    not null,
  kind         text    not null,
  currency     text    not null,
  open         numeric not null,
  -- whether it is the first of its document on which something is open
  earliest     boolean not null,
  primary key (company_id, invoice_id, due_date)
);
create index open_instalment_by_due on open_instalment (company_id, due_date, invoice_id)
  where earliest and kind = 'INVOICE';
create index open_instalment_of_customer on open_instalment (company_id, customer_id, due_date, invoice_id)
  where earliest and kind = 'INVOICE';

-- The same by customer and due date: how much, of how many invoices (where it is their earliest),
-- and what is open of credit notes, which is not taken off.
create table customer_due (
  company_id   text    not null,
  customer_id  uuid    not null,
  currency     text    not null,
  due_date     date    not null,
  open         numeric not null,
  invoices     bigint  not null,
  credit       numeric not null,
  primary key (company_id, customer_id, currency, due_date)
);

-- By customer.
create table customer_figure (
  company_id   text    not null,
  customer_id  uuid    not null,
  currency     text    not null,
  open         numeric not null,
  invoices     bigint  not null,
  credit       numeric not null,
  primary key (company_id, customer_id, currency)
);
create index customer_figure_largest on customer_figure (company_id, currency, open desc, customer_id)
  where invoices > 0;

-- By due date, over all customers. All transactions of a company would wait for each other over
-- these rows, so they only add changes; every 64th change or so puts them all together. What holds
-- is the sum of both tables. The number of customers who owe lies on 'infinity'.
create table company_due (
  company_id   text    not null,
  currency     text    not null,
  due_date     date    not null,
  open         numeric not null,
  invoices     bigint  not null,
  customers    bigint  not null,
  credit       numeric not null,
  primary key (company_id, currency, due_date)
);
create table company_due_change (
  company_id   text    not null,
  change_id    bigint  generated always as identity,
  currency     text    not null,
  due_date     date    not null,
  open         numeric not null,
  invoices     bigint  not null,
  customers    bigint  not null,
  credit       numeric not null,
  primary key (company_id, change_id)
);

-- What the transactions that are under way have touched; between them it is empty.
create unlogged table stale_figure (
  company_id  text not null,
  written_by  xid8 not null default pg_current_xact_id(),
  about       text not null check (about in ('INVOICE', 'TERMS_OF_CUSTOMER', 'TERMS_OF_COMPANY')),
  subject_id  uuid not null,
  primary key (company_id, written_by, about, subject_id)
);

create index invoice_undated on invoice (company_id, customer_id) where due_date is null and status = 'OPEN';

-- What is open, from the ledger itself. The terms are those of core's DueDates. Payments are taken
-- off the earliest due first, so what is open lies on the latest.
create view instalment_now as
select i.company_id, i.invoice_id, part.due_date, i.customer_id, i.kind, i.currency, part.open, part.earliest
  from invoice i
  join customer c on c.company_id = i.company_id and c.customer_id = i.customer_id
  join company o on o.company_id = i.company_id
 cross join lateral (
   select due_date, open, row_number() over (order by due_date) = 1 as earliest
     from (select case when i.kind = 'CREDIT_NOTE' then 'infinity' else coalesce(i.due_date,
                    i.issue_date + coalesce(cast(c.record ->> 'paymentTermDays' as int),
                                            cast(o.record ->> 'paymentTermDays' as int), 30)) end as due_date,
                  i.outstanding - i.claimed as open
            where i.kind = 'CREDIT_NOTE' or coalesce(jsonb_array_length(i.record -> 'instalments'), 0) = 0
           union all
           select due_date, case when due_date = 'infinity' then i.outstanding - i.claimed - later
                                 else least(amount, i.outstanding - i.claimed - later) end
             from (select due_date, amount,
                          case when due_date = 'infinity' then sum(amount) over ()
                               else coalesce(sum(amount) over (order by due_date desc
                                      rows between unbounded preceding and 1 preceding), 0) end as later
                     from (select cast(j ->> 'dueDate' as date) as due_date,
                                  sum(cast(j ->> 'amount' as numeric)) as amount
                             from jsonb_array_elements(i.record -> 'instalments') j
                            where i.kind = 'INVOICE' group by 1
                           union all
                           select 'infinity', 0
                            where i.kind = 'INVOICE' and jsonb_array_length(i.record -> 'instalments') > 0) days) parts
            where i.outstanding - i.claimed > later) lying
    where open <> 0) part
 where i.status = 'OPEN' and i.claimed < i.outstanding;

create function note_stale_invoice() returns trigger language plpgsql as $$
begin
  insert into stale_figure (company_id, about, subject_id)
  values (coalesce(new.company_id, old.company_id), 'INVOICE', coalesce(new.invoice_id, old.invoice_id))
  on conflict do nothing;
  return null;
end $$;

create trigger figures_of_new after insert on invoice for each row
  when (new.status = 'OPEN' and new.claimed < new.outstanding)
  execute function note_stale_invoice();
create trigger figures_of_changed after update on invoice for each row
  when ((old.status = 'OPEN' and old.claimed < old.outstanding or new.status = 'OPEN' and new.claimed < new.outstanding)
        and (old.customer_id, old.kind, old.issue_date, old.due_date, old.currency, old.outstanding - old.claimed,
             old.status, old.record -> 'instalments')
            is distinct from
            (new.customer_id, new.kind, new.issue_date, new.due_date, new.currency, new.outstanding - new.claimed,
             new.status, new.record -> 'instalments'))
  execute function note_stale_invoice();
create trigger figures_of_gone after delete on invoice for each row
  when (old.status = 'OPEN' and old.claimed < old.outstanding)
  execute function note_stale_invoice();

create function note_stale_terms() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'company' then
    insert into stale_figure (company_id, about, subject_id)
    values (new.company_id, 'TERMS_OF_COMPANY', '00000000-0000-0000-0000-000000000000')
    on conflict do nothing;
  else
    insert into stale_figure (company_id, about, subject_id)
    values (new.company_id, 'TERMS_OF_CUSTOMER', new.customer_id) on conflict do nothing;
  end if;
  return null;
end $$;

create trigger figures_of_terms after update on customer for each row
  when (old.record -> 'paymentTermDays' is distinct from new.record -> 'paymentTermDays')
  execute function note_stale_terms();
create trigger figures_of_terms after update on company for each row
  when (old.record -> 'paymentTermDays' is distinct from new.record -> 'paymentTermDays')
  execute function note_stale_terms();

-- Terms change for documents that others may add at the same time: whoever changes terms waits for
-- them, and they for it. All others share the lock.
create function note_invoices_of_stale_terms(company text, this xid8) returns void language plpgsql as $$
begin
  if not exists (select from stale_figure
                  where company_id = company and written_by = this and about <> 'INVOICE') then
    perform pg_advisory_xact_lock_shared(hashtextextended('figures of ' || company, 0));
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('figures of ' || company, 0));
  insert into stale_figure (company_id, about, subject_id)
  select i.company_id, 'INVOICE', i.invoice_id
    from stale_figure s
    join invoice i on i.company_id = s.company_id and i.customer_id = s.subject_id
   where s.company_id = company and s.written_by = this and s.about = 'TERMS_OF_CUSTOMER'
     and i.due_date is null and i.status = 'OPEN'
  on conflict do nothing;
  insert into stale_figure (company_id, about, subject_id)
  select i.company_id, 'INVOICE', i.invoice_id
    from stale_figure s
    join invoice i on i.company_id = s.company_id
   where s.company_id = company and s.written_by = this and s.about = 'TERMS_OF_COMPANY'
     and i.due_date is null and i.status = 'OPEN'
  on conflict do nothing;
end $$;

-- Counts the touched documents anew; what changed of what is open, by customer and due date.
create function count_stale_instalments(company text, this xid8) returns customer_due[] language sql as $$
  with touched as materialized (
    select subject_id as invoice_id from stale_figure
     where company_id = company and written_by = this and about = 'INVOICE'),
  was as materialized (
    select p.* from touched t join open_instalment p on p.company_id = company and p.invoice_id = t.invoice_id),
  became as materialized (
    select n.* from touched t join instalment_now n on n.company_id = company and n.invoice_id = t.invoice_id),
  both_sides as materialized (
    select w.*, -1 as sign from was w union all select b.*, 1 from became b),
  gone as (
    delete from open_instalment p
     using (select invoice_id, due_date from both_sides group by invoice_id, due_date having sum(sign) < 0) w
     where p.company_id = company and p.invoice_id = w.invoice_id and p.due_date = w.due_date),
  put as (
    insert into open_instalment select * from became
    on conflict (company_id, invoice_id, due_date) do update
       set customer_id = excluded.customer_id, kind = excluded.kind, currency = excluded.currency,
           open = excluded.open, earliest = excluded.earliest),
  difference as (
    select customer_id, currency, due_date,
           coalesce(sum(sign * open) filter (where kind = 'INVOICE'), 0) as open,
           coalesce(sum(sign) filter (where kind = 'INVOICE' and earliest), 0) as invoices,
           coalesce(sum(sign * open) filter (where kind = 'CREDIT_NOTE'), 0) as credit
      from both_sides group by customer_id, currency, due_date)
  select array_agg(cast(row(company, customer_id, currency, due_date, open, invoices, credit) as customer_due))
    from difference where open <> 0 or invoices <> 0 or credit <> 0
$$;

-- Puts the changes of a company together with what they change, unless another does so now.
create function compact_company_due(company text) returns void language plpgsql as $$
begin
  if pg_try_advisory_xact_lock(hashtextextended('changes of figures of ' || company, 0)) then
    with gone as (delete from company_due_change where company_id = company returning *)
    insert into company_due as kept
    select company_id, currency, due_date, sum(open), sum(invoices), sum(customers), sum(credit)
      from gone group by company_id, currency, due_date
    on conflict (company_id, currency, due_date) do update
       set open = kept.open + excluded.open, invoices = kept.invoices + excluded.invoices,
           customers = kept.customers + excluded.customers, credit = kept.credit + excluded.credit;
    delete from company_due
     where company_id = company and open = 0 and invoices = 0 and customers = 0 and credit = 0;
  end if;
end $$;

-- Rows of customers are locked in the order of their keys, customer_due under customer_figure.
create function add_to_figures(difference customer_due[]) returns boolean language plpgsql as $$
declare
  many boolean;
begin
  with by_customer as (
    select company_id, customer_id, currency, sum(open) as open, sum(invoices) as invoices, sum(credit) as credit
      from unnest(difference) group by company_id, customer_id, currency),
  put as (
    insert into customer_figure as kept select * from by_customer order by company_id, customer_id, currency
    on conflict (company_id, customer_id, currency) do update
       set open = kept.open + excluded.open, invoices = kept.invoices + excluded.invoices,
           credit = kept.credit + excluded.credit
    returning kept.*),
  by_due as (
    select company_id, currency, due_date, open, invoices, 0 as customers, credit from unnest(difference)
    union all
    select p.company_id, p.currency, 'infinity', 0, 0,
           cast(p.invoices > 0 as int) - cast(p.invoices - c.invoices > 0 as int), 0
      from put p join by_customer c using (company_id, customer_id, currency)),
  added as (
    insert into company_due_change (company_id, currency, due_date, open, invoices, customers, credit)
    select company_id, currency, due_date, sum(open), sum(invoices), sum(customers), sum(credit)
      from by_due group by company_id, currency, due_date
    having sum(open) <> 0 or sum(invoices) <> 0 or sum(customers) <> 0 or sum(credit) <> 0
    returning change_id)
  select bool_or(change_id % 64 = 0) into many from added;
  insert into customer_due as kept select * from unnest(difference)
  on conflict (company_id, customer_id, currency, due_date) do update
     set open = kept.open + excluded.open, invoices = kept.invoices + excluded.invoices,
         credit = kept.credit + excluded.credit;
  delete from customer_due kept using unnest(difference) d
   where (kept.company_id, kept.customer_id, kept.currency, kept.due_date)
         = (d.company_id, d.customer_id, d.currency, d.due_date)
     and kept.open = 0 and kept.invoices = 0 and kept.credit = 0;
  delete from customer_figure kept using unnest(difference) d
   where (kept.company_id, kept.customer_id, kept.currency) = (d.company_id, d.customer_id, d.currency)
     and kept.open = 0 and kept.invoices = 0 and kept.credit = 0;
  return coalesce(many, false);
end $$;

-- The first note of a transaction does the work of all; each other finds itself gone. It looks for
-- nothing but itself: what a transaction deleted it would otherwise pass again and again.
create function keep_figures() returns trigger language plpgsql as $$
declare
  this xid8 := pg_current_xact_id();
  difference customer_due[];
begin
  if not exists (select from stale_figure
                  where company_id = new.company_id and written_by = this
                    and about = new.about and subject_id = new.subject_id) then
    return null;
  end if;
  perform note_invoices_of_stale_terms(new.company_id, this);
  difference := count_stale_instalments(new.company_id, this);
  delete from stale_figure where company_id = new.company_id and written_by = this;
  if difference is not null and add_to_figures(difference) then
    perform compact_company_due(new.company_id);
  end if;
  return null;
end $$;

create constraint trigger figures_kept after insert on stale_figure
  deferrable initially deferred for each row execute function keep_figures();

-- All figures of a company from its ledger: for ledgers from before, and where rows were written
-- with the triggers off.
create function recount_figures(company text) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('figures of ' || company, 0));
  delete from open_instalment where company_id = company;
  delete from customer_due where company_id = company;
  delete from customer_figure where company_id = company;
  delete from company_due where company_id = company;
  delete from company_due_change where company_id = company;
  insert into open_instalment select * from instalment_now where company_id = company;
  insert into customer_due
  select company_id, customer_id, currency, due_date,
         coalesce(sum(open) filter (where kind = 'INVOICE'), 0),
         count(*) filter (where kind = 'INVOICE' and earliest),
         coalesce(sum(open) filter (where kind = 'CREDIT_NOTE'), 0)
    from open_instalment where company_id = company group by company_id, customer_id, currency, due_date;
  insert into customer_figure
  select company_id, customer_id, currency, sum(open), sum(invoices), sum(credit)
    from customer_due where company_id = company group by company_id, customer_id, currency;
  insert into company_due
  select company_id, currency, due_date, sum(open), sum(invoices), sum(customers), sum(credit)
    from (select company_id, currency, due_date, open, invoices, 0 as customers, credit from customer_due
           where company_id = company
          union all
          select company_id, currency, 'infinity', 0, 0, count(*), 0 from customer_figure
           where company_id = company and invoices > 0 group by company_id, currency) by_due
   group by company_id, currency, due_date;
end $$;

select recount_figures(company_id) from company;
