-- Programs that say by themselves which state of a record is the newer one, that book payments of
-- their own, that are told what the hub found, and that have the same invoice as another program.

-- What the source gives as the version of what the record says; where it gives none, or the same
-- twice, source_sequence counts.
alter table customer add column source_version text;

-- own_record: what the source itself says, where the record says more or otherwise, since another
-- source knows more or since this one has the document no more.
alter table invoice
  add column source_version text,
  add column own_record jsonb;

-- decided_before: what a line was before a booking or a contradiction ended it; absent of a BOOKED
-- line that the booking itself made. unexplained: what of the document was settled at its source
-- when the line claimed it, without being a booking that the hub knew.
alter table allocation
  add column decided_before text,
  add column unexplained numeric,
  add column booking_connection text,
  add column booking_id text;

-- A payment as an accounting program has booked it, which is not the money itself. Nothing of it
-- says who paid, so that nothing of it is personal; reference is the hub's own, where it stands in it.
create table booking (
  company_id       text    not null references company,
  connection_id    text    not null,
  source_id        text    not null,
  source_version   text,
  source_sequence  bigint  not null,
  void             boolean not null,
  direction        text    not null check (direction in ('IN', 'OUT')),
  booking_date     date    not null,
  currency         text    not null,
  amount           numeric not null check (amount >= 0),
  account_key      text,
  reference        text,
  updated_at       timestamptz not null default clock_timestamp(),
  primary key (company_id, connection_id, source_id)
);
create index booking_by_amount on booking (company_id, currency, amount, booking_date);
create index booking_updated on booking (company_id, updated_at);
create trigger booking_updated before update on booking for each row execute function note_update();

-- An object of a program that says, or said, what settles which invoices; its lines are those of its
-- newest state.
create table booked_object (
  company_id       text   not null references company,
  connection_id    text   not null,
  stream           text   not null,
  object_key       text   not null,
  source_version   text,
  source_sequence  bigint not null,
  updated_at       timestamptz not null default clock_timestamp(),
  primary key (company_id, connection_id, stream, object_key)
);
create index booked_object_updated on booked_object (company_id, updated_at);
create trigger booked_object_updated before update on booked_object for each row execute function note_update();

create table booking_line (
  company_id      text    not null,
  connection_id   text    not null,
  stream          text    not null,
  object_key      text    not null,
  ordinal         int     not null,
  -- the program's ids, since what they name may come later
  payment         text,
  credit_note     text,
  invoice         text    not null,
  currency        text    not null,
  amount          numeric not null check (amount > 0),
  primary key (company_id, connection_id, stream, object_key, ordinal),
  foreign key (company_id, connection_id, stream, object_key) references booked_object on delete cascade,
  constraint booking_line_of_one check (num_nonnulls(payment, credit_note) = 1)
);
create index booking_line_of_note on booking_line (company_id, connection_id, credit_note) where credit_note is not null;
create index booking_line_of_invoice on booking_line (company_id, connection_id, invoice);
create index booking_line_of_payment on booking_line (company_id, connection_id, payment) where payment is not null;

-- Up to which moment the bookings of a company have been compared with its allocations, and its
-- invoices with each other.
create table compared_until (
  company_id  text        primary key references company,
  at          timestamptz not null
);

create index allocation_of_booking on allocation (company_id, booking_connection, booking_id)
  where booking_id is not null;

-- What a program is told: the effect, what it is about, and the id under which the program has it since.
create table write_back (
  company_id     text not null references company,
  effect_id      uuid not null,
  connection_id  text not null,
  kind           text not null check (kind in ('PAYMENT', 'NOTE', 'PAYMENT_LINK', 'STATUS')),
  invoice_id     uuid not null,
  allocation_id  uuid,
  reference      text not null,
  confirmed_as   text,
  primary key (company_id, effect_id)
);
create index write_back_of_allocation on write_back (company_id, allocation_id) where allocation_id is not null;
create index write_back_confirmed on write_back (company_id, connection_id, confirmed_as) where confirmed_as is not null;
create index write_back_reference on write_back (company_id, reference);

alter table effect
  drop constraint effect_kind_check,
  add constraint effect_kind_check check (kind in ('EMAIL', 'STATUS_FILE', 'WRITE_BACK'));

-- A document that complete readings of its source do not bring any more, and how many in a row.
create table missing_at_source (
  company_id     text not null references company,
  connection_id  text not null,
  source_id      text not null,
  times          int  not null check (times > 0),
  primary key (company_id, connection_id, source_id)
);

-- Whose figures count.
create table record_of (
  company_id     text not null references company,
  subject        text not null check (subject = 'INVOICES'),
  connection_id  text not null,
  decided_by     text not null,
  primary key (company_id, subject)
);

-- A further source of an invoice: what it says, beside the source whose figures are the invoice's.
create table invoice_source (
  company_id       text        not null references company,
  connection_id    text        not null,
  source_id        text        not null,
  invoice_id       uuid        not null,
  -- of its own connection
  customer_id      uuid        not null,
  source_version   text,
  source_sequence  bigint      not null,
  outstanding      numeric     not null,
  record           jsonb       not null,
  updated_at       timestamptz not null default clock_timestamp(),
  primary key (company_id, connection_id, source_id),
  foreign key (company_id, invoice_id) references invoice,
  foreign key (company_id, customer_id) references customer
);
create index invoice_source_of_invoice on invoice_source (company_id, invoice_id);
create trigger invoice_source_updated before update on invoice_source
  for each row execute function note_update();

-- Whether two records of two sources are of one invoice, or one customer: what nobody knows is asked,
-- and what a person said stands. A pair is named in one order.
create table identity_question (
  company_id     text        not null references company,
  question_id    uuid        not null,
  kind           text        not null check (kind in ('INVOICE', 'CUSTOMER')),
  connection_a   text        not null,
  source_a       text        not null,
  connection_b   text        not null,
  source_b       text        not null,
  state          text        not null check (state in ('OPEN', 'SAME', 'DIFFERENT')),
  reason         text        not null,
  asked_at       timestamptz not null,
  decided_by     text,
  decided_at     timestamptz,
  primary key (company_id, question_id),
  unique (company_id, kind, connection_a, source_a, connection_b, source_b),
  check ((connection_a, source_a) < (connection_b, source_b))
);
create index identity_question_open on identity_question (company_id, question_id) where state = 'OPEN';
