-- A file of direct debits for the bank. It leaves as the effect of the same id, once a person has
-- approved it; from then on it says the same for ever.
create table collection (
  company_id     text        not null references company,
  collection_id  uuid        not null,
  connection_id  text        not null,
  state          text        not null check (state in ('WAITING', 'APPROVED', 'REFUSED')),
  -- who collects by which account, in which form: as it was when the file was drawn up
  head           jsonb       not null,
  decided_by     text,
  decided_on     date,
  -- what the bank said of the file as a whole
  answer         text,
  answer_reason  text,
  made_on        date        not null,
  updated_at     timestamptz not null default clock_timestamp(),
  primary key (company_id, collection_id),
  check ((state = 'WAITING') = (decided_by is null))
);
create index collection_waiting on collection (company_id, collection_id) where state = 'WAITING';
create index collection_updated on collection (company_id, updated_at, collection_id);
create trigger collection_updated before update on collection
  for each row execute function note_update();

-- One instalment that is collected by one mandate on one day: announced, in a file, with the bank,
-- and what came of it. What the file says of the debtor is sealed with the customer's key.
create table debit (
  company_id     text        not null references company,
  debit_id       uuid        not null,
  customer_id    uuid        not null,
  mandate_id     uuid        not null,
  invoice_id     uuid        not null,
  due_date       date        not null,
  state          text        not null check (state in (
                   'ANNOUNCED', 'IN_FILE', 'SUBMITTED', 'SETTLED', 'FAILED', 'RETURNED', 'WITHDRAWN')),
  -- as the customer was told; what is collected is never more, and less where something was paid
  announced      numeric     not null check (announced > 0),
  amount         numeric     not null check (amount > 0),
  currency       text        not null,
  collect_on     date        not null,
  -- from 1; one more for each that was tried again
  attempt        int         not null check (attempt > 0),
  -- the announcement, an effect
  notice_id      uuid        not null,
  -- of a company in test mode: the tester was told, and nobody is debited
  tested         boolean     not null,
  end_to_end_id  text        not null,
  collection_id  uuid,
  batch          int,
  scheme         text        check (scheme in ('CORE', 'B2B')),
  sequence       text        check (sequence in ('FRST', 'RCUR', 'OOFF', 'FNAL')),
  told           int         not null default 0,
  -- a code of the bank's (ISO 20022), or the hub's own word of why it was withdrawn
  reason         text,
  payment_id     uuid,
  -- what a refusal means for mandate and instalment was seen to
  followed       boolean     not null default false,
  -- what a person is to do about it, until one says that it is done
  asks           text        check (asks in ('NEW_MANDATE', 'NEW_ACCOUNT', 'LOOK', 'MEND')),
  ended_on       date,
  sealed         bytea,
  made_on        date        not null,
  updated_at     timestamptz not null default clock_timestamp(),
  primary key (company_id, debit_id),
  foreign key (company_id, customer_id) references customer,
  foreign key (company_id, mandate_id) references mandate,
  foreign key (company_id, collection_id) references collection,
  check ((collection_id is null) = (batch is null) and (batch is null) = (sequence is null))
);
-- Nobody is debited twice at one time for one instalment.
create unique index debit_under_way on debit (company_id, invoice_id, due_date)
  where state in ('ANNOUNCED', 'IN_FILE', 'SUBMITTED');
create unique index debit_by_name on debit (company_id, end_to_end_id);
create index debit_of_collection on debit (company_id, collection_id, batch) where collection_id is not null;
create index debit_of_invoice on debit (company_id, invoice_id, due_date);
create index debit_of_customer on debit (company_id, customer_id, debit_id);
create index debit_to_follow on debit (company_id, debit_id)
  where state in ('FAILED', 'RETURNED') and not followed;
create index debit_of_payment on debit (company_id, payment_id) where payment_id is not null;
create index debit_asks on debit (company_id, debit_id) where asks is not null;
create index debit_updated on debit (company_id, updated_at, debit_id);
create trigger debit_updated before update on debit
  for each row execute function note_update();
