-- What a person has the hub do again for many deliveries or entries of the outbox at once. It is
-- worked off in steps, in the order of their ids, from the oldest up to those that were there when
-- it began: an id of its own sorts by the time of its making, too. Either single ones were chosen,
-- or all that failed alike.
create table replay (
  company_id     text        not null references company,
  replay_id      uuid        not null,
  subject        text        not null check (subject in ('DELIVERY', 'EFFECT')),
  chosen         uuid[]      not null,
  -- of deliveries: how they stand, by which code, by which stream; of entries of the outbox: the kind
  trouble        text,
  reason_code    text,
  stream         text,
  kind           text,
  connection_id  text,
  begun_by       text        not null,
  begun_at       timestamptz not null,
  total          int         not null,
  done           int         not null default 0,
  left_out       int         not null default 0,
  -- the last one that a step took
  behind         uuid,
  ended_at       timestamptz,
  -- who stopped it before its end
  stopped_by     text,
  primary key (company_id, replay_id)
);
create index replay_under_way on replay (replay_id) where ended_at is null;

-- What failed alike.
create index problem_of_code on problem (company_id, code, delivery_id);
create index effect_refused_by on effect (company_id, effect_id)
  where state = 'FAILED' and delivery_kind <> 'BLIND';
