-- Whether and how a company collects by direct debit.
create table debit_setting (
  company_id     text    not null references company,
  collects       boolean not null,
  -- how many days before the collection customers are told
  notice_days    int     not null check (notice_days between 1 and 60),
  -- how often an instalment is tried again for want of money, and on which day
  retries        int     not null check (retries between 0 and 5),
  retry_on       text    not null check (retry_on in ('PAYDAY', 'NEXT_DAYS')),
  primary key (company_id)
);

-- Whether money is collected from a customer, or under a plan; otherwise the company's word counts.
create table debit_choice (
  company_id   text    not null references company,
  kind         text    not null check (kind in ('CUSTOMER', 'PLAN')),
  subject      text    not null,
  collects     boolean not null,
  chosen_by    text    not null,
  primary key (company_id, kind, subject)
);
