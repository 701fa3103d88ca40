-- Which cases were given to an agency, a bailiff or a lawyer, and what became of them. A case is the
-- effect by which it is given; it is with the agency once that has left, and until it ends.
create table hand_over (
  company_id    text        not null references company,
  hand_over_id  uuid        not null,
  customer_id   uuid        not null,
  action_id     text        not null,
  agency        text        not null,
  agency_name   text        not null,
  decided_on    date        not null,
  status        text        check (status in ('ACCEPTED', 'IN_PROGRESS', 'IN_COURT', 'PAID_IN_PART', 'UNCOLLECTABLE')),
  status_on     date,
  status_by     text,
  ended         text        check (ended in ('PAID', 'RECALLED', 'CLOSED')),
  ended_on      date,
  ended_by      text,
  updated_at    timestamptz not null default clock_timestamp(),
  primary key (company_id, hand_over_id),
  foreign key (company_id, hand_over_id) references effect (company_id, effect_id),
  foreign key (company_id, customer_id) references customer,
  check ((status is null) = (status_on is null) and (ended is null) = (ended_on is null))
);
create index hand_over_of_customer on hand_over (company_id, customer_id, hand_over_id);
create index hand_over_standing on hand_over (company_id, hand_over_id) where ended is null;
create trigger hand_over_updated before update on hand_over
  for each row execute function note_update();

-- The invoices of a case, with what was open of each when it was given.
create table hand_over_invoice (
  company_id    text    not null,
  hand_over_id  uuid    not null,
  invoice_id    uuid    not null,
  amount        numeric not null check (amount > 0),
  currency      text    not null,
  primary key (company_id, hand_over_id, invoice_id),
  foreign key (company_id, hand_over_id) references hand_over on delete cascade,
  foreign key (company_id, invoice_id) references invoice
);
create index hand_over_of_invoice on hand_over_invoice (company_id, invoice_id);
