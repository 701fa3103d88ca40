-- Files for other programs: each is an effect of the outbox. What it says of a customer is sealed
-- with the customer's key, line by line, so that erasing a customer takes it out of every file.

alter table effect
  drop constraint effect_kind_check,
  add constraint effect_kind_check check (kind in ('EMAIL', 'STATUS_FILE', 'WRITE_BACK', 'OUTGOING_FILE'));

-- What of which allocation was written to a program, or taken back there.
create table outgoing_line (
  company_id     text    not null,
  effect_id      uuid    not null,
  line           int     not null,
  connection_id  text    not null,
  allocation_id  uuid    not null,
  undoes         boolean not null,
  customer_id    uuid    not null,
  sealed         bytea,
  primary key (company_id, effect_id, line),
  foreign key (company_id, effect_id) references effect on delete cascade
);
create index outgoing_line_of_allocation on outgoing_line (company_id, connection_id, allocation_id);

-- On which business dates a connection was looked through for what is to be written.
create table outgoing_day (
  company_id     text not null,
  connection_id  text not null,
  business_date  date not null,
  primary key (company_id, connection_id),
  foreign key (company_id, connection_id) references connection on delete cascade
);
