-- What people say of records that several connections have: which connection leads, what they want to
-- be asked later, and which customers are one. And what is held, as a figure.

-- Until the business date on which a question that was put off is among the tasks again.
alter table identity_question add column put_off_until date;

alter table record_of
  drop constraint record_of_subject_check,
  add constraint record_of_subject_check check (subject in ('INVOICES', 'CUSTOMERS')),
  add column updated_at timestamptz not null default clock_timestamp();
create trigger record_of_updated before update on record_of for each row execute function note_update();

-- Customers of other connections who are the same as one who leads: their invoices are the leader's,
-- and their rows say what their own connection says. A leader has at most one of a connection, so
-- that it is known whose each invoice is when they come apart.
create table customer_link (
  company_id     text        not null references company,
  customer_id    uuid        not null,
  leader_id      uuid        not null,
  reason         text        not null,
  linked_at      timestamptz not null default clock_timestamp(),
  primary key (company_id, customer_id),
  foreign key (company_id, customer_id) references customer,
  foreign key (company_id, leader_id) references customer,
  constraint customer_link_of_two check (customer_id <> leader_id)
);
create index customer_link_of_leader on customer_link (company_id, leader_id);

-- By what customers of several connections are recognised as one.
create function plain_number(number text) returns text language sql immutable parallel safe
  return nullif(upper(regexp_replace(number, '[^[:alnum:]]', '', 'g')), '');
create index customer_vat_number on customer (company_id, plain_number(record ->> 'vatNumber'))
  where plain_number(record ->> 'vatNumber') is not null;
create index customer_registration on customer (company_id, plain_number(record ->> 'registrationNumber'))
  where plain_number(record ->> 'registrationNumber') is not null;

-- How many reminders each reason holds, and how many nothing else does: what the dashboard shows,
-- written with the held reminders themselves.
create table held_figure (
  company_id  text not null references company,
  reason      text not null,
  held        int  not null,
  alone       int  not null,
  primary key (company_id, reason)
);
insert into held_figure
select a.company_id, h.reason, count(*), count(*) filter (where h.reasons = 1)
  from action a
 cross join lateral (
   select reason, count(*) over () as reasons
     from (select distinct each ->> 'reason' as reason from jsonb_array_elements(a.record -> 'holds') each) d) h
 where a.state = 'HELD'
 group by 1, 2;
