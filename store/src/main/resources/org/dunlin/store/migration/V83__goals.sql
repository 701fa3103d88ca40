-- What is open of invoices by their day of issue. As of sales_month: changes are only added, and every 64th or so
-- puts them together; what holds is the sum of both tables.
create table issued_open (
  company_id  text    not null,
  currency    text    not null,
  issue_date  date    not null,
  open        numeric not null,
  primary key (company_id, currency, issue_date)
);
create table issued_open_change (
  company_id  text    not null,
  change_id   bigint  generated always as identity,
  currency    text    not null,
  issue_date  date    not null,
  open        numeric not null,
  primary key (company_id, change_id)
);

create function keep_issued_of_new() returns trigger language plpgsql as $$
begin
  insert into issued_open_change (company_id, currency, issue_date, open)
  select company_id, currency, issue_date, sum(outstanding - claimed)
    from added where kind = 'INVOICE' and status = 'OPEN' and claimed < outstanding
   group by company_id, currency, issue_date;
  return null;
end $$;
create trigger issued_of_new after insert on invoice referencing new table as added
  for each statement execute function keep_issued_of_new();

create function keep_issued_of_changed() returns trigger language plpgsql as $$
begin
  insert into issued_open_change (company_id, currency, issue_date, open)
  select company_id, currency, issue_date, sum(sign * (outstanding - claimed))
    from (values (-1, old.company_id, old.currency, old.issue_date, old.kind, old.status, old.outstanding, old.claimed),
                 (1, new.company_id, new.currency, new.issue_date, new.kind, new.status, new.outstanding, new.claimed))
         v (sign, company_id, currency, issue_date, kind, status, outstanding, claimed)
   where kind = 'INVOICE' and status = 'OPEN' and claimed < outstanding
   group by company_id, currency, issue_date having sum(sign * (outstanding - claimed)) <> 0;
  return null;
end $$;
create trigger issued_of_changed after update on invoice for each row
  when ((old.status = 'OPEN' and old.claimed < old.outstanding or new.status = 'OPEN' and new.claimed < new.outstanding)
        and (old.kind, old.issue_date, old.currency, old.outstanding - old.claimed, old.status)
            is distinct from
            (new.kind, new.issue_date, new.currency, new.outstanding - new.claimed, new.status))
  execute function keep_issued_of_changed();

create function keep_issued_of_gone() returns trigger language plpgsql as $$
begin
  insert into issued_open_change (company_id, currency, issue_date, open)
  values (old.company_id, old.currency, old.issue_date, old.claimed - old.outstanding);
  return null;
end $$;
create trigger issued_of_gone after delete on invoice for each row
  when (old.kind = 'INVOICE' and old.status = 'OPEN' and old.claimed < old.outstanding)
  execute function keep_issued_of_gone();

create function compact_issued() returns trigger language plpgsql as $$
begin
  if pg_try_advisory_xact_lock(hashtextextended('changes of issued of ' || new.company_id, 0)) then
    with gone as (delete from issued_open_change where company_id = new.company_id returning *)
    insert into issued_open as kept
    select company_id, currency, issue_date, sum(open) from gone group by company_id, currency, issue_date
    on conflict (company_id, currency, issue_date) do update set open = kept.open + excluded.open;
    delete from issued_open where company_id = new.company_id and open = 0;
  end if;
  return null;
end $$;
create constraint trigger issued_compacted after insert on issued_open_change
  deferrable initially deferred for each row when (new.change_id % 64 = 0)
  execute function compact_issued();

create view issued_now as
select company_id, currency, issue_date, sum(outstanding - claimed) as open
  from invoice where kind = 'INVOICE' and status = 'OPEN' and claimed < outstanding
 group by company_id, currency, issue_date;

create view issued_kept as
select company_id, currency, issue_date, sum(open) as open
  from (select company_id, currency, issue_date, open from issued_open
        union all
        select company_id, currency, issue_date, open from issued_open_change) both_tables
 group by company_id, currency, issue_date having sum(open) <> 0;

-- In one statement, so that it sees both sides at one moment.
create function recount_issued(company text) returns void language sql as $$
  insert into issued_open_change (company_id, currency, issue_date, open)
  select company, currency, issue_date, coalesce(n.open, 0) - coalesce(k.open, 0)
    from (select * from issued_kept where company_id = company) k
    full join (select * from issued_now where company_id = company) n using (currency, issue_date)
   where coalesce(n.open, 0) <> coalesce(k.open, 0)
$$;

select recount_issued(company_id) from company;

-- Those issued longest ago, of which something is open.
create index invoice_open_issued on invoice (company_id, issue_date, invoice_id)
  where kind = 'INVOICE' and status = 'OPEN' and claimed < outstanding;

alter table company_goal
  drop constraint company_goal_kind_check,
  add constraint company_goal_kind_check check (kind in ('DAYS_OVERDUE', 'DAYS_SINCE_ISSUE', 'OVERDUE_SHARE'));

-- So many days count for a customer in place of those of the company's goal.
create table customer_goal (
  company_id   text not null references company,
  customer_id  uuid not null,
  most         int  not null check (most between 0 and 3650),
  said_by      text not null,
  said_on      date not null,
  primary key (company_id, customer_id),
  foreign key (company_id, customer_id) references customer
);
