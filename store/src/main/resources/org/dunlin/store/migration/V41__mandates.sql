-- Permissions to debit customers' accounts. What tells of the person, and what proves the signature,
-- is sealed with the customer's key: account, bank and holder; when, from where and to which words.
create table mandate (
  company_id         text        not null references company,
  mandate_id         uuid        not null,
  customer_id        uuid        not null,
  -- the provider that holds it; absent: the company debits with its own bank
  connection_id      text,
  reference          text        not null,
  scheme             text        not null check (scheme in ('CORE', 'B2B')),
  state              text        not null check (state in ('PENDING', 'ACTIVE', 'REVOKED', 'LAPSED')),
  signed_on          date        not null,
  once               boolean     not null default false,
  ends               boolean     not null default false,
  -- the debtor's bank said that it knows a B2B mandate
  confirmed_on       date,
  origin             text        not null check (origin in ('SIGNED', 'ENTERED', 'IMPORTED', 'PROVIDER')),
  last_collected_on  date,
  collected          int         not null default 0,
  -- which amendment the bank has been told of last
  told               int         not null default 0,
  sealed             bytea,
  ended_reason       text,
  made_by            text        not null,
  made_on            date        not null,
  changed_by         text,
  changed_on         date,
  updated_at         timestamptz not null default clock_timestamp(),
  primary key (company_id, mandate_id),
  foreign key (company_id, customer_id) references customer
);
create unique index mandate_reference on mandate (company_id, coalesce(connection_id, ''), reference);
create index mandate_of_customer on mandate (company_id, customer_id, mandate_id);
create index mandate_in_force on mandate (company_id, signed_on) where state in ('PENDING', 'ACTIVE');
create index mandate_updated on mandate (company_id, updated_at, mandate_id);
create trigger mandate_updated before update on mandate
  for each row execute function note_update();

-- What a mandate was before it was amended, which the bank is told with the next debit.
create table mandate_amendment (
  company_id   text not null,
  mandate_id   uuid not null,
  number       int  not null check (number > 0),
  amended_by   text not null,
  amended_on   date not null,
  -- reference, account, bank and holder as they were
  sealed       bytea,
  primary key (company_id, mandate_id, number),
  foreign key (company_id, mandate_id) references mandate on delete cascade
);
