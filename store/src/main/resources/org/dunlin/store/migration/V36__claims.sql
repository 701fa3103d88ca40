-- What a company says of what it may claim beside the principal: what its terms say, and rates that
-- the hub does not carry or nobody verified, as a file of rates.
create table claim_terms (
  company_id       text        not null references company,
  -- percent a year that businesses agreed to; null: the law's
  agreed_rate      numeric     check (agreed_rate >= 0),
  -- what a step may cost
  step_fee         numeric     check (step_fee > 0),
  currency         text,
  -- whether terms with consumers say that late payment costs something
  consumer_clause  boolean     not null,
  rates            text        not null,
  said_by          text        not null,
  said_at          timestamptz not null,
  primary key (company_id),
  check ((step_fee is null) = (currency is null))
);

-- What the message of an action says is owed beside the principal, as it was reckoned: the proof.
-- Whether it was said in earnest, and left, is the action's.
create table stated_claim (
  company_id  text    not null references company,
  action_id   text    not null,
  on_date     date    not null,
  -- whether days run from its receipt, and when it counts as received
  announces   boolean not null,
  received    date    not null,
  -- what terms let this message cost
  fee         numeric,
  currency    text,
  record      jsonb   not null,
  primary key (company_id, action_id),
  foreign key (company_id, action_id) references action,
  check ((fee is null) = (currency is null))
);

-- The instalments that it is about.
create table stated_claim_invoice (
  company_id  text not null,
  action_id   text not null,
  invoice_id  uuid not null,
  due_date    date not null,
  primary key (company_id, action_id, invoice_id, due_date),
  foreign key (company_id, action_id) references stated_claim on delete cascade,
  foreign key (company_id, invoice_id) references invoice
);
create index stated_claim_of_invoice on stated_claim_invoice (company_id, invoice_id);
