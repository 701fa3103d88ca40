-- How companies stood as each business date began, a currency at a time, and how quickly they were paid. It is
-- written once, by the first run of dunning of the day; what is not known is null. Of each day there is a row in
-- the company's own currency, so that a day without one was not counted.
create table standing_day (
  company_id     text    not null references company,
  on_date        date    not null,
  currency       text    not null,
  not_due        numeric not null,
  up_to_30       numeric not null,
  up_to_60       numeric not null,
  up_to_90       numeric not null,
  over_90        numeric not null,
  credit         numeric not null,
  invoices       int     not null,
  customers      int     not null,
  dso            numeric,
  dso_average    numeric,
  dso_best       numeric,
  effectiveness  numeric,
  -- what did not keep to the goal in force, where there was one
  beyond_goal    numeric,
  primary key (company_id, on_date, currency)
);

-- What a company wants of its receivables.
create table company_goal (
  company_id  text    not null references company,
  kind        text    not null check (kind in ('DAYS_OVERDUE', 'OVERDUE_SHARE')),
  -- of DAYS_OVERDUE days after the last day in time, of OVERDUE_SHARE whole percents
  most        int     not null check (most between 0 and 3650),
  said_by     text    not null,
  said_on     date    not null,
  primary key (company_id),
  check (kind <> 'OVERDUE_SHARE' or most <= 100)
);

-- Lists of what was agreed and settled, by their days.
create index standstill_made on standstill (company_id, kind, made_on, standstill_id);
create index adjustment_of_day on adjustment (company_id, business_date, adjustment_id);
