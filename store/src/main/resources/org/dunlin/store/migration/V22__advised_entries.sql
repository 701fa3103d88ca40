-- What banks tell of entries apart from their statements, in interim reports and notifications: no
-- money, so it lies in tables of its own until a statement shows the entry.

create table advised_entry (
  company_id        text    not null references company,
  advised_id        uuid    not null,
  kind              text    not null check (kind in ('REPORT', 'NOTIFICATION')),
  entry_key         text    not null,
  delivery_id       uuid    not null,
  account_key       text    not null,
  currency          text    not null,
  direction         text    not null check (direction in ('IN', 'OUT')),
  amount            numeric not null check (amount > 0),
  booking_date      date    not null,
  bank_reference    text,
  entry_reference   text,
  batch             text,
  message_id        text,
  -- the payment of the ledger that is the entry of a statement of which it tells, or one of its parts
  stated_as         uuid,
  primary key (company_id, advised_id),
  unique (company_id, kind, entry_key),
  foreign key (company_id, stated_as) references payment
);
create index advised_entry_unstated on advised_entry (company_id, account_key, booking_date)
  where stated_as is null;
create index advised_entry_stated on advised_entry (company_id, stated_as) where stated_as is not null;

-- What such an entry is made of, until the ledger has it.
create table advised_payment (
  company_id  text  not null,
  advised_id  uuid  not null,
  ordinal     int   not null,
  record      jsonb not null,
  primary key (company_id, advised_id, ordinal),
  foreign key (company_id, advised_id) references advised_entry on delete cascade
);

-- Of an entry that is opened, the amount that its parts have in its place: all of it, or nothing.
alter table payment
  add column opened numeric not null default 0,
  add constraint payment_opened_as_a_whole
    check (opened = 0 or opened > 0 and amount = 0 and claimed = 0 and returned = 0);
create index payment_of_entry on payment (company_id, account_key, (amount + opened), booking_date);
