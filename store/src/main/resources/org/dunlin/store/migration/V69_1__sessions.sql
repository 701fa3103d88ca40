-- Where people are signed in, so that they see it and end what they do not know. A session counts
-- as long as its version is its person's.
create table hub_session (
  session_id  uuid         primary key,
  name        text         not null references hub_user,
  version     bigint       not null,
  since       timestamptz  not null,
  seen_at     timestamptz  not null,
  address     text         not null,
  browser     text         not null
);
create index hub_session_of on hub_session (name);
create index hub_session_since on hub_session (since);

-- How a person wants the pages, in whichever browser.
alter table hub_user
  add column language  text,
  add column theme     text;
