-- What an app on somebody's telephone shares with the hub: sealed with a key of its own, which the
-- hub's key wraps. One that was begun and not confirmed yet stands beside the one that holds.
create table hub_second_factor (
  factor_id   uuid         primary key,
  name        text         not null references hub_user,
  master_key  text         not null,
  wrapped     bytea        not null,
  sealed      bytea        not null,
  made_at     timestamptz  not null default now(),
  -- the last step of which a code was accepted; null until the first was
  last_step   bigint
);
create unique index hub_second_factor_of on hub_second_factor (name, (last_step is null));

-- What lets somebody in who has lost the telephone, each once; kept by their digests alone.
create table hub_recovery_code (
  name    text   not null references hub_user,
  sha256  bytea  not null,
  primary key (name, sha256)
);
