-- What stops dunning because somebody said so: a promise, a dispute, an arrangement, a hold. The
-- canonical record says what was said of it; what people wrote of it is sealed with the customer's
-- key.
create table standstill (
  company_id     text        not null references company,
  standstill_id  uuid        not null,
  kind           text        not null check (kind in ('PROMISE', 'DISPUTE', 'ARRANGEMENT', 'HOLD')),
  customer_id    uuid        not null,
  state          text        not null check (state in (
                   'OPEN', 'KEPT', 'BROKEN', 'WITHDRAWN', 'ACCEPTED', 'REJECTED', 'CREDITED',
                   'PROPOSED', 'AGREED', 'REFUSED', 'LIFTED', 'ENDED')),
  -- the day promised, the deadline of a dispute, the last instalment, the last day of a hold
  on_date        date,
  -- promised, contested, or arranged for; a hold has none
  amount         numeric     check (amount > 0),
  currency       text,
  owner          text,
  record         jsonb       not null,
  sealed         bytea,
  made_by        text        not null,
  made_on        date        not null,
  made_at        timestamptz not null default clock_timestamp(),
  changed_by     text,
  changed_on     date,
  updated_at     timestamptz not null default clock_timestamp(),
  primary key (company_id, standstill_id),
  foreign key (company_id, customer_id) references customer,
  check ((amount is null) = (kind = 'HOLD') and (currency is null) = (kind = 'HOLD'))
);
create index standstill_of_customer on standstill (company_id, customer_id, standstill_id);
create index standstill_of_kind on standstill (company_id, kind, standstill_id);
create index standstill_standing on standstill (company_id, standstill_id)
  where state in ('OPEN', 'PROPOSED', 'AGREED', 'ACCEPTED');
create index standstill_broken on standstill (company_id, standstill_id) where state = 'BROKEN';
create index standstill_updated on standstill (company_id, updated_at, standstill_id);
create trigger standstill_updated before update on standstill
  for each row execute function note_update();

-- The invoices that it is about; none where a hold is on all of a customer's.
create table standstill_invoice (
  company_id     text    not null,
  standstill_id  uuid    not null,
  invoice_id     uuid    not null,
  -- what was open of it when it was said, from which is reckoned what was paid since
  open_before    numeric not null,
  primary key (company_id, standstill_id, invoice_id),
  foreign key (company_id, standstill_id) references standstill on delete cascade,
  foreign key (company_id, invoice_id) references invoice
);
create index standstill_of_invoice on standstill_invoice (company_id, invoice_id);

-- What was said with a customer: notes, calls, answers to reminders. The words are sealed with the
-- customer's key.
create table dialogue_entry (
  company_id     text        not null references company,
  entry_id       uuid        not null,
  customer_id    uuid        not null,
  invoice_id     uuid,
  kind           text        not null check (kind in ('NOTE', 'CALL', 'ANSWER', 'AUTO_ANSWER', 'BOUNCE')),
  -- of a call
  outcome        text        check (outcome in ('REACHED', 'PROMISE', 'DISPUTE', 'WRONG_NUMBER', 'NO_ANSWER')),
  action_id      text,
  made_by        text        not null,
  made_on        date        not null,
  made_at        timestamptz not null default clock_timestamp(),
  sealed         bytea,
  updated_at     timestamptz not null default clock_timestamp(),
  primary key (company_id, entry_id),
  foreign key (company_id, customer_id) references customer,
  foreign key (company_id, invoice_id) references invoice,
  check ((outcome is null) = (kind <> 'CALL'))
);
create index dialogue_of_customer on dialogue_entry (company_id, customer_id, entry_id);
create index dialogue_of_invoice on dialogue_entry (company_id, invoice_id, entry_id) where invoice_id is not null;
create index dialogue_of_action on dialogue_entry (company_id, action_id) where action_id is not null;
create index dialogue_to_follow on dialogue_entry (company_id, entry_id)
  where kind = 'ANSWER' or outcome = 'WRONG_NUMBER';
create index dialogue_made on dialogue_entry (made_at);
create index dialogue_updated on dialogue_entry (company_id, updated_at, entry_id);
create trigger dialogue_entry_updated before update on dialogue_entry
  for each row execute function note_update();

-- Whose a task is, and that one is done which nothing but a person's word ends. What there is to do
-- is derived from what it is about (org.dunlin.store.view.WorkList), so that nothing is forgotten.
create table task_mark (
  company_id   text        not null references company,
  kind         text        not null,
  subject_id   text        not null,
  assignee     text,
  done_by      text,
  done_at      timestamptz,
  updated_at   timestamptz not null default clock_timestamp(),
  primary key (company_id, kind, subject_id)
);
create trigger task_mark_updated before update on task_mark
  for each row execute function note_update();

-- What arrangements a company agrees to; the least instalment in the company's currency.
create table arrangement_rule (
  company_id        text    not null references company,
  most_instalments  int     not null check (most_instalments > 0),
  most_days         int     not null check (most_days > 0),
  least             numeric not null check (least >= 0),
  primary key (company_id)
);

create index action_call on action (company_id, on_date)
  where state in ('DUE', 'AWAITING_APPROVAL') and record ->> 'channel' = 'CALL';
create index action_handed_over on action (company_id, customer_id)
  where record ->> 'channel' = 'HANDOVER';
