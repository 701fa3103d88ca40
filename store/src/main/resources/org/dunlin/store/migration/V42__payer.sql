-- What customers do on the payer's page.

-- A form that was sent is carried out once, however often its button was pressed.
create table payer_form (
  company_id   text        not null references company,
  form_id      uuid        not null,
  customer_id  uuid        not null,
  act          text        not null,
  done_at      timestamptz not null default clock_timestamp(),
  primary key (company_id, form_id),
  foreign key (company_id, customer_id) references customer
);
create index payer_form_done on payer_form (done_at);

-- When the page of a link was last opened, so that the journal tells of a visit and not of each page.
create table payer_visit (
  company_id   text        not null references company,
  link_id      uuid        not null,
  customer_id  uuid        not null,
  noted_at     timestamptz not null,
  last_at      timestamptz not null,
  pages        bigint      not null,
  primary key (company_id, link_id),
  foreign key (company_id, customer_id) references customer
);

-- When a customer was last sent a new link in place of an expired one.
create table payer_renewal (
  company_id   text        not null references company,
  customer_id  uuid        not null,
  renewed_at   timestamptz not null,
  primary key (company_id, customer_id),
  foreign key (company_id, customer_id) references customer
);

-- Documents that a customer sent along with what it contests. Name and bytes are sealed with a key
-- of each document's own, which lies under the key of the customer.
create table payer_paper (
  company_id     text        not null references company,
  paper_id       uuid        not null,
  customer_id    uuid        not null,
  standstill_id  uuid        not null,
  media_type     text        not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  name           bytea       not null,
  bytes          bigint      not null,
  sha256         bytea       not null,
  wrapped        bytea       not null,
  sent_at        timestamptz not null default clock_timestamp(),
  primary key (company_id, paper_id),
  foreign key (company_id, customer_id) references customer,
  foreign key (company_id, standstill_id) references standstill on delete cascade
);
create index payer_paper_of_standstill on payer_paper (company_id, standstill_id, paper_id);
create index payer_paper_of_customer on payer_paper (company_id, customer_id);
create table payer_paper_chunk (
  company_id  text  not null,
  paper_id    uuid  not null,
  part        int   not null,
  content     bytea not null,
  primary key (company_id, paper_id, part),
  foreign key (company_id, paper_id) references payer_paper on delete cascade
);

-- What customers may do there by themselves.
create table payer_rule (
  company_id       text    not null references company,
  -- a day may be promised that is so many days away; 0: none
  promise_days     int     not null check (promise_days between 0 and 366),
  -- whether instalments within the company's rules are agreed to at once, or a person has to
  agrees_at_once   boolean not null,
  primary key (company_id)
);

-- The language in which a customer wants to be written to, whatever its program says.
create table customer_language (
  company_id   text        not null references company,
  customer_id  uuid        not null,
  language     text        not null check (language in ('en', 'nl', 'de', 'fr')),
  chosen_at    timestamptz not null default clock_timestamp(),
  primary key (company_id, customer_id),
  foreign key (company_id, customer_id) references customer
);
