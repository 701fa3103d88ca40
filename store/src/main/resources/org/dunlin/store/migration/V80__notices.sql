-- Where people are told what happens to their account, as far as they said so.
alter table hub_user add column email text;

-- What people are still to be told; what has left, or never can, is not kept.
create table hub_notice (
  notice_id      uuid         primary key,
  name           text         not null references hub_user,
  email          text         not null,
  language       text,
  event          text         not null,
  actor          text         not null,
  detail         text         not null,
  happened_at    timestamptz  not null default now(),
  attempts       integer      not null default 0,
  next_at        timestamptz  not null default now(),
  -- before the first byte leaves; what a crash leaves so may have left, and is not sent again
  sending_since  timestamptz
);
create index hub_notice_due on hub_notice (next_at);
