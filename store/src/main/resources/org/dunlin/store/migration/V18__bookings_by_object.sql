-- Which object of its program brought a payment, so that it goes with the object.
alter table booking
  add column stream text,
  add column object_key text;
create index booking_of_object on booking (company_id, connection_id, stream, object_key)
  where stream is not null;

-- What an object of a program says was settled of an invoice without money.
create table booking_adjustment (
  company_id      text    not null,
  connection_id   text    not null,
  stream          text    not null,
  object_key      text    not null,
  ordinal         int     not null,
  -- the program's ids, since what they name may come later
  payment         text,
  invoice         text    not null,
  currency        text    not null,
  amount          numeric not null,
  reason          text    not null check (reason in ('DISCOUNT', 'BANK_CHARGE', 'PROVIDER_FEE', 'ROUNDING',
                                                     'BAD_DEBT', 'EXCHANGE')),
  primary key (company_id, connection_id, stream, object_key, ordinal),
  foreign key (company_id, connection_id, stream, object_key) references booked_object on delete cascade
);
create index booking_adjustment_of_invoice on booking_adjustment (company_id, connection_id, invoice);

-- An object whose newest state could not be taken, by which state and delivery.
create table refused_object (
  company_id       text   not null references company,
  connection_id    text   not null,
  stream           text   not null,
  object_key       text   not null,
  source_version   text,
  source_sequence  bigint not null,
  delivery_id      uuid   not null,
  primary key (company_id, connection_id, stream, object_key)
);
create index refused_object_of_delivery on refused_object (company_id, delivery_id);

-- When the request that writes may have left; null where it has not, or is known to have come to
-- nothing. A program may take it long after nobody waits for the answer any more.
alter table write_back add column left_at timestamptz;
