-- How a company lets its customers pay by links; what it has not said is as usual.
create table paying_rule (
  company_id     text    not null references company,
  part_payments  boolean not null,
  link_days      int     not null check (link_days between 1 and 366),
  write_links    boolean not null,
  primary key (company_id)
);
