-- A text beside its effect: which gateway was told, and what it told of it. Neither the number nor
-- the words stand here.
create table text_message (
  company_id     text        not null references company,
  effect_id      uuid        not null,
  connection_id  text        not null,
  -- when it may have left the last time; absent where the gateway did not take it
  left_at        timestamptz,
  -- by which the gateway knows it
  gateway_id     text,
  report         text        check (report in ('DELIVERED', 'FAILED')),
  report_reason  text,
  reported_at    timestamptz,
  -- how often the gateway was asked what became of it, and when it is asked again; absent: never
  asked          integer     not null default 0,
  ask_at         timestamptz,
  primary key (company_id, effect_id),
  foreign key (company_id, effect_id) references effect (company_id, effect_id) on delete cascade,
  check ((report is null) = (reported_at is null))
);
create index text_message_to_ask on text_message (ask_at) where ask_at is not null;

-- Where every text goes while a company is in test mode.
create table test_phone (
  company_id  text not null references company,
  number      text not null check (number ~ '^[+][0-9]{7,15}$'),
  primary key (company_id)
);
