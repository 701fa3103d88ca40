-- What callers of the API asked under a key of theirs (Idempotency-Key), and what was answered: for a
-- day, so that a request which comes again is not carried out again. What was asked and answered is
-- sealed with a key that follows from what the caller signs in with, and is kept nowhere.
create table hub_answer (
  caller      text         not null,  -- a token's id, or a person's name
  key_sha256  bytea        not null,
  turn        uuid         not null,  -- who carries it out
  target      bytea        not null,  -- method and address, as their code of authentication
  body        bytea,                  -- the content, likewise; null while it is carried out
  status      integer,
  sealed      bytea,                  -- the answer; null where it is not kept
  begun_at    timestamptz  not null default now(),
  primary key (caller, key_sha256)
);
create index hub_answer_begun on hub_answer (begun_at);
