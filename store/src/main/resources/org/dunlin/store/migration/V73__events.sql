-- Programs that are told what happens, each at an address of its own. What each is told is an effect
-- of the outbox; its secrets follow from the company's, and which of them counts is its number.
create table event_endpoint (
  company_id     text         not null references company,
  endpoint_id    uuid         not null,
  name           text         not null,
  address        text         not null,
  kinds          text[]       not null,
  secret         integer      not null default 1,
  earlier_until  timestamptz,            -- until when the secret before it signs, too
  state          text         not null default 'ON' check (state in ('ON', 'OFF', 'FAILED')),
  why            text,                   -- why the hub switched it off
  made_at        timestamptz  not null default now(),
  made_by        text         not null,
  told_to        uuid         not null,  -- the row of the journal up to which it was told
  overdue_to     date         not null,  -- what was due before this day was told
  overdue_after  uuid,                   -- of what was due on it, the invoice up to which it was told
  looked_at      timestamptz  not null default now(),
  states_at      timestamptz  not null default now(),
  failing_since  timestamptz,
  succeeded_at   timestamptz,
  primary key (company_id, endpoint_id)
);

-- What each was told; the content is the effect's.
create table told_event (
  company_id   text  not null,
  endpoint_id  uuid  not null,
  effect_id    uuid  not null,
  kind         text  not null,
  primary key (company_id, endpoint_id, effect_id),
  foreign key (company_id, endpoint_id) references event_endpoint on delete cascade
);

-- Each attempt that left, and the status that was answered; what was said is a call, and kept as such.
create table event_attempt (
  company_id   text         not null,
  effect_id    uuid         not null,
  attempt_id   uuid         not null,
  endpoint_id  uuid         not null,
  at           timestamptz  not null default clock_timestamp(),
  status       integer,                  -- null where nothing was answered
  took_millis  integer      not null,
  primary key (company_id, effect_id, attempt_id),
  foreign key (company_id, endpoint_id) references event_endpoint on delete cascade
);
create index event_attempt_of on event_attempt (company_id, endpoint_id);
create index event_attempt_at on event_attempt (at);

-- What each knows to be so: invoices that are settled or overdue, connections that fail, tasks that
-- are there. Looked up by how it begins, which only the order of bytes serves.
create table event_known (
  company_id   text         not null,
  endpoint_id  uuid         not null,
  subject      text         collate "C" not null,
  known_at     timestamptz  not null default now(),
  primary key (company_id, endpoint_id, subject),
  foreign key (company_id, endpoint_id) references event_endpoint on delete cascade
);
create index event_known_since on event_known (known_at);

-- What is there was checked by the narrower one before it; V76 checks it again without a lock that
-- anybody waits for.
alter table effect
  drop constraint effect_kind_check,
  add constraint effect_kind_check check
    (kind in ('EMAIL', 'STATUS_FILE', 'WRITE_BACK', 'OUTGOING_FILE', 'LETTER', 'TEXT', 'HANDOVER', 'EVENT')) not valid;
