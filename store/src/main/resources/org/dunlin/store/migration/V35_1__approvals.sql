-- Whether a person has to approve the step, whatever else an action waits for.
alter table action add column approve boolean not null default false;
create index action_to_approve on action (company_id, on_date, action_id)
  where approve and state = 'AWAITING_APPROVAL';

-- To what a person said yes: a step of an instalment, up to what was open of it then. It counts
-- also on a later day, on which the message is written anew.
create table approved_step (
  company_id   text    not null references company,
  invoice_id   uuid    not null,
  due_date     date    not null,
  step         text    not null,
  most         numeric not null check (most > 0),
  currency     text    not null,
  approved_by  text    not null,
  approved_on  date    not null,
  primary key (company_id, invoice_id, due_date, step),
  foreign key (company_id, invoice_id) references invoice on delete cascade
);

-- Between which hours of its own zone a company's messages leave.
create table sending_hours (
  company_id  text not null references company,
  opens       time not null,
  closes      time not null check (closes > opens),
  primary key (company_id)
);
