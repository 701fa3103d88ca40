-- What was sold, by the month of issue, void documents left out. As of company_due: changes are only added, and
-- every 64th or so puts them together; what holds is the sum of both tables.
create table sales_month (
  company_id  text    not null,
  currency    text    not null,
  month       date    not null,
  invoiced    numeric not null,
  credited    numeric not null,
  primary key (company_id, currency, month)
);
create table sales_month_change (
  company_id  text    not null,
  change_id   bigint  generated always as identity,
  currency    text    not null,
  month       date    not null,
  invoiced    numeric not null,
  credited    numeric not null,
  primary key (company_id, change_id)
);

create function keep_sales_of_new() returns trigger language plpgsql as $$
begin
  insert into sales_month_change (company_id, currency, month, invoiced, credited)
  select company_id, currency, date_trunc('month', issue_date),
         coalesce(sum(total) filter (where kind = 'INVOICE'), 0),
         coalesce(sum(total) filter (where kind = 'CREDIT_NOTE'), 0)
    from added where status <> 'VOID' and total <> 0
   group by company_id, currency, date_trunc('month', issue_date);
  return null;
end $$;
create trigger sales_of_new after insert on invoice referencing new table as added
  for each statement execute function keep_sales_of_new();

-- Most updates are of what is open, which is not sold again: those do not come here at all.
create function keep_sales_of_changed() returns trigger language plpgsql as $$
begin
  insert into sales_month_change (company_id, currency, month, invoiced, credited)
  select company_id, currency, date_trunc('month', issue_date),
         case kind when 'INVOICE' then sign * total else 0 end,
         case kind when 'CREDIT_NOTE' then sign * total else 0 end
    from (values (-1, old.company_id, old.currency, old.issue_date, old.kind, old.status, old.total),
                 (1, new.company_id, new.currency, new.issue_date, new.kind, new.status, new.total))
         v (sign, company_id, currency, issue_date, kind, status, total)
   where status <> 'VOID' and total <> 0;
  return null;
end $$;
create trigger sales_of_changed after update on invoice for each row
  when (old.total <> new.total or old.issue_date <> new.issue_date or old.kind <> new.kind
        or old.currency <> new.currency or (old.status = 'VOID') <> (new.status = 'VOID'))
  execute function keep_sales_of_changed();

create function compact_sales() returns trigger language plpgsql as $$
begin
  if pg_try_advisory_xact_lock(hashtextextended('changes of sales of ' || new.company_id, 0)) then
    with gone as (delete from sales_month_change where company_id = new.company_id returning *)
    insert into sales_month as kept
    select company_id, currency, month, sum(invoiced), sum(credited) from gone
     group by company_id, currency, month
    on conflict (company_id, currency, month) do update
       set invoiced = kept.invoiced + excluded.invoiced, credited = kept.credited + excluded.credited;
    delete from sales_month where company_id = new.company_id and invoiced = 0 and credited = 0;
  end if;
  return null;
end $$;
create constraint trigger sales_compacted after insert on sales_month_change
  deferrable initially deferred for each row when (new.change_id % 64 = 0)
  execute function compact_sales();

create view sales_now as
select company_id, currency, cast(date_trunc('month', issue_date) as date) as month,
       coalesce(sum(total) filter (where kind = 'INVOICE'), 0) as invoiced,
       coalesce(sum(total) filter (where kind = 'CREDIT_NOTE'), 0) as credited
  from invoice where status <> 'VOID' and total <> 0
 group by company_id, currency, date_trunc('month', issue_date);

create view sales_kept as
select company_id, currency, month, sum(invoiced) as invoiced, sum(credited) as credited
  from (select company_id, currency, month, invoiced, credited from sales_month
        union all
        select company_id, currency, month, invoiced, credited from sales_month_change) both_tables
 group by company_id, currency, month having sum(invoiced) <> 0 or sum(credited) <> 0;

-- In one statement, so that it sees both sides at one moment.
create function recount_sales(company text) returns void language sql as $$
  insert into sales_month_change (company_id, currency, month, invoiced, credited)
  select company, currency, month, coalesce(n.invoiced, 0) - coalesce(k.invoiced, 0),
         coalesce(n.credited, 0) - coalesce(k.credited, 0)
    from (select * from sales_kept where company_id = company) k
    full join (select * from sales_now where company_id = company) n using (currency, month)
   where (coalesce(n.invoiced, 0), coalesce(n.credited, 0)) <> (coalesce(k.invoiced, 0), coalesce(k.credited, 0))
$$;

select recount_sales(company_id) from company;
