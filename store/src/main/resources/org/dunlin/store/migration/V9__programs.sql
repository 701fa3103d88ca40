-- What programs ask of the hub: who may, by which address they may push, and what has changed since
-- they asked last.

-- A token lies only as the digest of its 256 random bits. It speaks of the hub as a whole where it
-- is for all companies, so that its key does not begin with one.
create table api_token (
  token_id      uuid        primary key,
  sha256        bytea       not null unique,
  name          text        not null,
  scopes        text[]      not null,
  company_id    text        references company,
  created_at    timestamptz not null,
  created_by    text        not null,
  expires_at    timestamptz,
  last_used_at  timestamptz,
  revoked_at    timestamptz,
  revoked_by    text
);
create unique index api_token_name on api_token (name) where revoked_at is null;

-- The address at which a program may push files to a connection without a token: its secret part,
-- again only as a digest.
create table hook (
  company_id     text        not null,
  connection_id  text        not null,
  sha256         bytea       not null,
  created_at     timestamptz not null,
  created_by     text        not null,
  last_used_at   timestamptz,
  primary key (company_id, connection_id),
  foreign key (company_id, connection_id) references connection on delete cascade
);

-- When a row was written last, by the real clock and not by that of its transaction, so that a
-- reader who knows since when the oldest transaction runs knows up to where nothing is missing.
create function note_update() returns trigger language plpgsql as $$
begin
  new.updated_at := clock_timestamp();
  return new;
end
$$;

do $$
declare
  each record;
begin
  for each in select * from (values
      ('customer', 'customer_id'), ('invoice', 'invoice_id'), ('statement', 'statement_id'),
      ('payment', 'payment_id'), ('allocation', 'allocation_id'), ('action', 'action_id'),
      ('effect', 'effect_id')) as listed (name, id)
  loop
    -- rows that are there get one moment without being written anew
    execute format('alter table %I add column updated_at timestamptz not null default now()', each.name);
    execute format('alter table %I alter column updated_at set default clock_timestamp()', each.name);
    execute format('create index %I on %I (company_id, updated_at, %I)',
                   each.name || '_updated', each.name, each.id);
    execute format('create trigger %I before update on %I for each row execute function note_update()',
                   each.name || '_updated', each.name);
  end loop;
end
$$;

-- What lists are filtered by.
create index customer_listed_number on customer (company_id, (record ->> 'number'));
create index invoice_listed_status on invoice (company_id, status, invoice_id);
create index invoice_listed_due on invoice (company_id, due_date);
create index allocation_listed_decision on allocation (company_id, decision, allocation_id);
create index action_listed_state on action (company_id, state, action_id);
create index effect_listed_state on effect (company_id, state, effect_id);
