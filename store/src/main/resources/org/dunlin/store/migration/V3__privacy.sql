-- What identifies people is sealed with keys that can be destroyed. A column that holds cipher text
-- stands beside the plain one of rows written before: both forms are read, only the sealed one is
-- written.

-- The data key of each customer, wrapped by the hub's key that master_key names.
create table customer_key (
  company_id   text  not null references company,
  customer_id  uuid  not null,
  master_key   text  not null,
  wrapped      bytea not null,
  primary key (company_id, customer_id)
);

-- With it, what was erased is recognised when it comes again, without being kept.
create table company_secret (
  company_id  text  primary key references company,
  master_key  text  not null,
  wrapped     bytea not null
);

-- The data key of each delivery's raw content: wrapped by the hub's key, or by the key of the only
-- customer whom it concerns; then master_key is null.
create table delivery_key (
  company_id   text  not null,
  delivery_id  uuid  not null,
  customer_id  uuid,
  master_key   text,
  wrapped      bytea not null,
  primary key (company_id, delivery_id),
  check ((customer_id is null) <> (master_key is null))
);
create index delivery_key_of_customer on delivery_key (company_id, customer_id) where customer_id is not null;

alter table delivery
  add column raw_gone_at  timestamptz,
  add column raw_gone     text;
create index delivery_raw_kept on delivery (received_month) where raw_gone_at is null;

alter table effect
  add column customer_id  uuid,
  add column sealed       bytea,
  alter column payload drop not null;
create index effect_of_customer on effect (company_id, customer_id);

alter table journal
  add column customer_id  uuid,
  add column sealed       bytea;
create index journal_of_customer on journal (company_id, customer_id);

-- Who was erased; source is the source's id, blinded with the company's secret.
create table erased_customer (
  company_id     text        not null references company,
  customer_id    uuid        not null,
  number         int         not null,
  erased_at      timestamptz not null,
  connection_id  text        not null,
  source         text        not null,
  primary key (company_id, customer_id)
);
create index erased_customer_source on erased_customer (company_id, connection_id, source);
