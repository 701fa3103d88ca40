-- The memory of the hub. Every key begins with company_id, so that the schema can be distributed by
-- it; the two tables that speak of the hub as a whole (hub_setting, hub_user) are the exception.
-- Records lie in their canonical JSON form beside the columns that queries need.

create table company (
  company_id     text        primary key,
  record         jsonb       not null,
  mode           text        not null check (mode in ('SHADOW', 'TEST', 'LIVE')),
  reply_to       text        not null,
  test_mailbox   text,
  -- null: today in the company's time zone; a value: demo and tests, advanced day by day
  business_date  date,
  dunned_on      date
);

create table company_account (
  company_id   text not null references company,
  account_key  text not null,
  primary key (company_id, account_key)
);

create table connection (
  company_id     text        not null references company,
  connection_id  text        not null,
  program        text        not null,
  settings       jsonb       not null,
  paused         boolean     not null default false,
  lease_owner    text,
  lease_until    timestamptz,
  lease_version  bigint      not null default 0,
  primary key (company_id, connection_id)
);

-- How a flow of a connection is doing; '*' stands for a stage that serves all connections.
create table flow (
  company_id       text        not null references company,
  connection_id    text        not null,
  flow             text        not null,
  last_success_at  timestamptz,
  last_failure_at  timestamptz,
  last_failure     text,
  successes        bigint      not null default 0,
  failures         bigint      not null default 0,
  primary key (company_id, connection_id, flow)
);

-- Inbox: what came in, byte for byte.

create table delivery (
  company_id       text        not null references company,
  delivery_id      uuid        not null,
  intake_sequence  bigint      generated always as identity,
  connection_id    text        not null,
  name             text        not null,
  bytes            bigint      not null,
  sha256           bytea       not null,
  received_at      timestamptz not null,
  received_month   date        not null,
  format           text,
  state            text        not null check (state in ('NEW', 'CLAIMED', 'APPLIED', 'QUARANTINED', 'POISON')),
  attempts         int         not null default 0,
  lease_owner      text,
  lease_until      timestamptz,
  lease_version    bigint      not null default 0,
  finished_at      timestamptz,
  records          int         not null default 0,
  reason_code      text,
  reason           text,
  primary key (company_id, delivery_id)
);
create index delivery_waiting on delivery (intake_sequence) where state in ('NEW', 'CLAIMED');
create index delivery_newest on delivery (company_id, intake_sequence desc);

create table accepted_file (
  company_id   text  not null,
  sha256       bytea not null,
  delivery_id  uuid  not null,
  primary key (company_id, sha256)
);

create table delivery_chunk (
  company_id      text  not null,
  received_month  date  not null,
  delivery_id     uuid  not null,
  part            int   not null,
  content         bytea not null,
  primary key (company_id, received_month, delivery_id, part)
) partition by range (received_month);

create table problem (
  company_id   text not null,
  problem_id   uuid not null,
  delivery_id  uuid not null,
  position     text,
  code         text not null,
  message      text not null,
  primary key (company_id, problem_id),
  foreign key (company_id, delivery_id) references delivery
);
create index problem_of_delivery on problem (company_id, delivery_id);

-- Ledger: the canonical truth.

create table customer (
  company_id       text   not null references company,
  customer_id      uuid   not null,
  connection_id    text   not null,
  source_id        text   not null,
  source_sequence  bigint not null,
  name             text   not null,
  record           jsonb  not null,
  primary key (company_id, customer_id),
  unique (company_id, connection_id, source_id)
);

create table invoice (
  company_id       text    not null references company,
  invoice_id       uuid    not null,
  connection_id    text    not null,
  source_id        text    not null,
  source_sequence  bigint  not null,
  customer_id      uuid    not null,
  number           text    not null,
  kind             text    not null check (kind in ('INVOICE', 'CREDIT_NOTE')),
  issue_date       date    not null,
  due_date         date,
  currency         text    not null,
  total            numeric not null check (total >= 0),
  outstanding      numeric not null check (outstanding >= 0),
  -- what the hub's own allocations take of it that the source has not yet shown
  claimed          numeric not null default 0,
  status           text    not null check (status in ('OPEN', 'PAID', 'VOID')),
  record           jsonb   not null,
  primary key (company_id, invoice_id),
  unique (company_id, connection_id, source_id),
  foreign key (company_id, customer_id) references customer,
  constraint invoice_not_overclaimed check (claimed >= 0 and claimed <= outstanding)
);
create index invoice_open on invoice (company_id) where status = 'OPEN' and claimed < outstanding;
create index invoice_of_customer on invoice (company_id, customer_id);

create table statement (
  company_id     text not null references company,
  statement_id   uuid not null,
  account_key    text not null,
  currency       text not null,
  from_date      date not null,
  to_date        date not null,
  content        bytea not null,
  delivery_id    uuid not null,
  record         jsonb not null,
  primary key (company_id, statement_id),
  unique (company_id, account_key, currency, from_date, to_date)
);

create table payment (
  company_id    text    not null references company,
  payment_id    uuid    not null,
  entry_key     text    not null,
  delivery_id   uuid    not null,
  ordinal       int     not null,
  account_key   text,
  kind          text    not null,
  direction     text    not null check (direction in ('IN', 'OUT')),
  booking_date  date    not null,
  currency      text    not null,
  amount        numeric not null check (amount >= 0),
  claimed       numeric not null default 0,
  -- what went back before it found an invoice (of money that came in), or gave such money back
  returned      numeric not null default 0,
  content       bytea   not null,
  record        jsonb   not null,
  primary key (company_id, payment_id),
  unique (company_id, entry_key),
  constraint payment_not_overclaimed check (claimed >= 0 and returned >= 0 and claimed + returned <= amount)
);
create index payment_unallocated on payment (company_id) where claimed + returned < amount;
create index payment_end_to_end on payment (company_id, (record ->> 'endToEndId'));

create table allocation (
  company_id     text        not null references company,
  allocation_id  uuid        not null,
  payment_id     uuid        not null,
  invoice_id     uuid        not null,
  amount         numeric     not null check (amount > 0),
  currency       text        not null,
  decision       text        not null,
  match          text,
  rank           int,
  rule           text,
  confidence     numeric,
  evidence       text[]      not null,
  decided_at     timestamptz not null,
  decided_by     text        not null,
  business_date  date        not null,
  -- the line, of a returned payment, that gives this one's amount back
  undone_by      uuid,
  primary key (company_id, allocation_id),
  foreign key (company_id, payment_id) references payment,
  foreign key (company_id, invoice_id) references invoice
);
create index allocation_of_payment on allocation (company_id, payment_id);
create index allocation_of_invoice on allocation (company_id, invoice_id);

-- A person said that this payment does not belong to this invoice.
create table refusal (
  company_id  text        not null references company,
  payment_id  uuid        not null,
  invoice_id  uuid        not null,
  refused_by  text        not null,
  refused_at  timestamptz not null,
  primary key (company_id, payment_id, invoice_id)
);

-- Dunning: what was decided.

create table action (
  company_id   text        not null references company,
  action_id    text        not null,
  customer_id  uuid        not null,
  on_date      date        not null,
  state        text        not null,
  decided_at   timestamptz not null,
  -- the company's mode when it was decided; what was only tested does not count in earnest
  mode         text        not null,
  record       jsonb       not null,
  primary key (company_id, action_id),
  foreign key (company_id, customer_id) references customer
);
create index action_of_customer on action (company_id, customer_id, on_date);
create index action_of_day on action (company_id, on_date, state);
create index action_held on action (company_id) where state = 'HELD';

-- One step an instalment: the database decides, not the caller's memory.
create table action_item (
  company_id  text not null,
  invoice_id  uuid not null,
  due_date    date not null,
  step        text not null,
  cycle       int  not null default 1,
  action_id   text not null,
  primary key (company_id, invoice_id, due_date, step, cycle),
  foreign key (company_id, action_id) references action,
  foreign key (company_id, invoice_id) references invoice
);
create index action_item_of_action on action_item (company_id, action_id);

-- Outbox: what is to leave, and what became of it.

create table effect (
  company_id     text        not null references company,
  effect_id      uuid        not null,
  sequence       bigint      generated always as identity,
  connection_id  text        not null,
  ordering_key   text        not null,
  kind           text        not null check (kind in ('EMAIL', 'STATUS_FILE')),
  delivery_kind  text        not null check (delivery_kind in ('KEYED', 'LOOKUP', 'BLIND')),
  action_id      text,
  payload        jsonb       not null,
  state          text        not null check (state in
                   ('AWAITING_APPROVAL', 'PENDING', 'CLAIMED', 'SENDING', 'SENT', 'UNKNOWN', 'FAILED', 'CANCELLED', 'SHADOW')),
  attempts       int         not null default 0,
  not_before     timestamptz not null,
  lease_owner    text,
  lease_until    timestamptz,
  lease_version  bigint      not null default 0,
  business_date  date        not null,
  decided_at     timestamptz not null,
  finished_at    timestamptz,
  reason         text,
  -- the address, where the server refused it for good
  refused_address text,
  primary key (company_id, effect_id)
);
create index effect_waiting on effect (company_id, ordering_key, sequence) where state in ('PENDING', 'CLAIMED', 'SENDING');
create index effect_newest on effect (company_id, sequence desc);
create index effect_of_action on effect (company_id, action_id);
create index effect_refused on effect (company_id, refused_address) where refused_address is not null;

-- Work that is due for a company as a whole: inserted with the fact that makes it due, deleted with
-- the decision that does it. Rows are only added and removed, so that writers never wait.
create table work_due (
  company_id  text not null references company,
  due_id      uuid not null,
  stage       text not null check (stage in ('MATCH', 'DUN')),
  primary key (company_id, due_id)
);

create table company_lease (
  company_id  text        primary key references company,
  owner       text,
  until       timestamptz,
  version     bigint      not null default 0
);

create table journal (
  company_id     text        not null references company,
  journal_id     uuid        not null,
  at             timestamptz not null,
  business_date  date        not null,
  actor          text        not null,
  subject_kind   text        not null,
  subject_id     text        not null,
  event          text        not null,
  reason         text,
  before         jsonb,
  after          jsonb,
  delivery_id    uuid,
  primary key (company_id, journal_id)
);
create index journal_of_subject on journal (company_id, subject_kind, subject_id, journal_id);

create table hub_setting (
  name   text primary key,
  value  text not null
);

create table hub_user (
  name           text        primary key,
  password_hash  text        not null,
  role           text        not null,
  created_at     timestamptz not null
);
