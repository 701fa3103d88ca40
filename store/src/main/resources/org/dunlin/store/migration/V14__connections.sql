-- Connections to programs: where each pull is, what is wanted, with which tokens and how much of
-- the quota. The settings of a connection stay in connection; what a process serves is leased here.

-- What came by a stream of a connection: absent of a file. It is never taken for one that came
-- before, whatever its bytes. parent is what the object that led to it gave along.
alter table delivery
  add column stream text,
  add column parent jsonb;
create index delivery_of_stream on delivery (company_id, connection_id, stream, delivery_id desc)
  where stream is not null;

create table program_connection (
  company_id     text        not null,
  connection_id  text        not null,
  state          text        not null check (state in ('NEW', 'AUTHORISED', 'REAUTHORISE')),
  -- why it is in this state, as a sentence, and since when
  reason         text,
  since          timestamptz not null,
  limited_until  timestamptz,
  limited        text,
  -- how often in a row the program did not answer at all: such connections share few places
  silences       int         not null default 0,
  noticed_at     timestamptz,
  -- when the first of its streams is due; null while nothing is: paused, or to be authorised
  due_at         timestamptz,
  lease_owner    text,
  lease_until    timestamptz,
  lease_version  bigint      not null default 0,
  primary key (company_id, connection_id),
  foreign key (company_id, connection_id) references connection on delete cascade
);
create index program_connection_due on program_connection (due_at) where due_at is not null;

-- A stream and why it is read: POLL what changed, SWEEP all of it; WANTED is the one row of a
-- connection under which single objects are fetched.
create table connection_stream (
  company_id       text        not null,
  connection_id    text        not null,
  stream           text        not null,
  reading          text        not null check (reading in ('POLL', 'SWEEP', 'WANTED')),
  cursor           text,
  -- where the run is; null while none is under way
  page_state       jsonb,
  run_started_at   timestamptz,
  pages            int         not null default 0,
  objects          int         not null default 0,
  last_pages       int         not null default 0,
  -- of SWEEP: the number of the run, by which objects were seen
  generation       bigint      not null default 0,
  last_success_at  timestamptz,
  -- null: nothing is due until something is wanted
  due_at           timestamptz,
  failure          text,
  failed_at        timestamptz,
  failures         int         not null default 0,
  -- of SWEEP: so many would be gone at once that a person is asked
  asked            int,
  primary key (company_id, connection_id, stream, reading),
  foreign key (company_id, connection_id) references program_connection on delete cascade
);

-- Objects to be fetched one by one, each once however often it was wanted. The version grows when an
-- object is wanted again, also while it is fetched; what was fetched goes only as it was then.
create table wanted_object (
  company_id     text        not null,
  connection_id  text        not null,
  stream         text        not null,
  kind           text        not null check (kind in ('OBJECT', 'DOCUMENT')),
  object_key     text        not null,
  parent         jsonb       not null default '{}',
  urgency        int         not null,
  version        bigint      not null default 1,
  wanted_at      timestamptz not null,
  not_before     timestamptz not null,
  attempts       int         not null default 0,
  failure        text,
  primary key (company_id, connection_id, stream, kind, object_key),
  foreign key (company_id, connection_id) references program_connection on delete cascade
);
create index wanted_object_next on wanted_object (company_id, connection_id, urgency, wanted_at);

-- The data key of a connection's secrets and tokens, wrapped by the hub's key that master_key names.
create table connection_key (
  company_id     text  not null,
  connection_id  text  not null,
  master_key     text  not null,
  wrapped        bytea not null,
  primary key (company_id, connection_id),
  foreign key (company_id, connection_id) references program_connection on delete cascade
);

create table connection_secret (
  company_id     text        not null,
  connection_id  text        not null,
  name           text        not null,
  sealed         bytea       not null,
  set_at         timestamptz not null,
  primary key (company_id, connection_id, name),
  foreign key (company_id, connection_id) references program_connection on delete cascade
);

-- What the sign-in gave. A new token is stored by compare-and-set on the version before it is used;
-- the lease lets one process at a time ask for it.
create table connection_token (
  company_id      text        not null,
  connection_id   text        not null,
  sealed          bytea       not null,
  version         bigint      not null default 1,
  issued_at       timestamptz not null,
  -- when it is to be renewed, unless the program refuses it before; null: not by the clock
  renew_at        timestamptz,
  lease_owner     text,
  lease_until     timestamptz,
  lease_version   bigint      not null default 0,
  primary key (company_id, connection_id),
  foreign key (company_id, connection_id) references program_connection on delete cascade
);

-- Requests of a window of an hour or more. counted names the connection, or the app whose
-- credentials several share, as "app:" and a digest.
create table connection_quota (
  company_id    text        not null references company,
  counted       text        not null,
  limit_name    text        not null,
  window_start  timestamptz not null,
  used          int         not null,
  primary key (company_id, counted, limit_name)
);

-- Which objects of a stream a sweep, a poll or a fetch has seen, and by which sweep at the latest.
create table object_seen (
  company_id     text   not null,
  connection_id  text   not null,
  stream         text   not null,
  object_key     text   not null,
  generation     bigint not null,
  -- how many complete sweeps in a row did not bring it
  missed         int    not null default 0 check (missed between 0 and 2),
  gone           boolean not null default false,
  version        text,
  primary key (company_id, connection_id, stream, object_key),
  foreign key (company_id, connection_id) references program_connection on delete cascade
);

create index object_seen_missed on object_seen (company_id, connection_id, stream, object_key)
  where missed > 0;

-- Notices that came, by their ids, so that one that is sent again is known; kept for some days.
create table hook_notice (
  company_id     text        not null,
  connection_id  text        not null,
  event_id       text        not null,
  received_at    timestamptz not null,
  primary key (company_id, connection_id, event_id),
  foreign key (company_id, connection_id) references program_connection on delete cascade
);
create index hook_notice_old on hook_notice (received_at);

-- By which subscriptions of the program notices come: one for all of them, or one a kind (subject).
create table hook_subscription (
  company_id       text        not null,
  connection_id    text        not null,
  subject          text        not null,
  subscription_id  text,
  -- when it is renewed, or tried again; null: it lasts
  renew_at         timestamptz,
  failure          text,
  primary key (company_id, connection_id, subject),
  foreign key (company_id, connection_id) references program_connection on delete cascade
);

-- A person was sent to a program to permit the access and has not come back yet.
create table pending_authorisation (
  company_id     text        not null,
  connection_id  text        not null,
  state          bytea       not null,
  sealed         bytea       not null,
  redirect       text        not null,
  begun_by       text        not null,
  ends_at        timestamptz not null,
  primary key (company_id, connection_id, state),
  foreign key (company_id, connection_id) references program_connection on delete cascade
);
create unique index pending_authorisation_state on pending_authorisation (state);
