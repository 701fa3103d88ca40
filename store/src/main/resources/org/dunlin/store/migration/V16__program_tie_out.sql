-- What programs themselves say that their customers owe, held against the ledger once a business day.

alter table connection_stream
  drop constraint connection_stream_reading_check,
  add constraint connection_stream_reading_check check (reading in ('POLL', 'SWEEP', 'WANTED', 'TOTALS'));

-- The rows of the reading that is under way, or was the last, as the program gave them. A name is
-- kept only where the ledger knows no such customer.
create table program_figure (
  company_id     text    not null,
  connection_id  text    not null,
  row_key        text    not null,
  -- the program's id of the customer; empty where it names none
  customer_key   text    not null,
  name           text,
  currency       text    not null,
  amount         numeric not null,
  primary key (company_id, connection_id, row_key),
  foreign key (company_id, connection_id) references program_connection on delete cascade
);

-- A run: one reading, and where that shows a difference that nothing explains, another one or two,
-- each after a pull.
create table program_tie_out (
  company_id     text        not null,
  connection_id  text        not null,
  run_id         uuid        not null,
  business_date  date        not null,
  state          text        not null check (state in ('READING', 'CONFIRMING', 'TIES', 'DIFFERS', 'CANNOT_TELL')),
  asked_by       text        not null,
  begun_at       timestamptz not null,
  -- of complete readings: how many, when the one under way began, and when the last one ended
  readings       int         not null default 0,
  reading_at     timestamptz,
  read_at        timestamptz,
  -- what the program says that all rows of the reading are together, where it does
  said_currency  text,
  said_total     numeric,
  ended_at       timestamptz,
  -- why it cannot tell, as a sentence
  reason         text,
  -- how many customers differ, and for how many of them nothing that is known explains it
  differing      int         not null default 0,
  unexplained    int         not null default 0,
  primary key (company_id, connection_id, run_id),
  foreign key (company_id, connection_id) references program_connection on delete cascade
);
create unique index program_tie_out_running on program_tie_out (company_id, connection_id)
  where ended_at is null;

create table program_tie_out_total (
  company_id     text    not null,
  connection_id  text    not null,
  run_id         uuid    not null,
  currency       text    not null,
  program        numeric not null,
  hub            numeric not null,
  primary key (company_id, connection_id, run_id, currency),
  foreign key (company_id, connection_id, run_id) references program_tie_out on delete cascade
);

-- Customers of whom the two sides differ. parts says why: reasons with their amounts, whose sum is
-- the difference.
create table program_tie_out_line (
  company_id     text    not null,
  connection_id  text    not null,
  run_id         uuid    not null,
  customer_key   text    not null,
  currency       text    not null,
  customer_id    uuid,
  name           text,
  program        numeric not null,
  hub            numeric not null,
  parts          jsonb   not null,
  primary key (company_id, connection_id, run_id, customer_key, currency),
  foreign key (company_id, connection_id, run_id) references program_tie_out on delete cascade
);
