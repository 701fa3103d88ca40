-- How risky customers were on a company's business date, for plans that are for some levels only:
-- kept, so that whom a plan is for stays the same all day, and so that those whose level is another
-- are looked at again. Derived: it is reckoned anew on each day, and may be deleted at any time.
-- Who is not there is UNKNOWN.
create table customer_risk (
  company_id   text not null,
  customer_id  uuid not null,
  level        text not null check (level in ('LOW', 'MEDIUM', 'HIGH')),
  primary key (company_id, customer_id),
  foreign key (company_id, customer_id) references customer on delete cascade
);
create table customer_risk_day (
  company_id   text not null primary key references company,
  reckoned_on  date not null
);
