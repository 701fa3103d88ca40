-- When a customer was last told at the address that is known of what somebody did on its page.
create table payer_told (
  company_id   text        not null references company,
  customer_id  uuid        not null,
  what         text        not null check (what in ('CONTACT', 'MANDATE')),
  told_at      timestamptz not null,
  primary key (company_id, customer_id, what),
  foreign key (company_id, customer_id) references customer
);
