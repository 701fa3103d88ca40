-- What the hub asked or told an outside program or mail server, and what was answered: a row a call,
-- written once it is over. Only the host stands here in plain form; address, headers, bodies and the
-- sentence that says what went wrong are sealed, without secrets and cut where they are long: under
-- the key of the customer whom the call concerns alone, else under a key of its own.
create table outbound_call (
  company_id     text        not null references company,
  call_id        uuid        not null,
  at             timestamptz not null,
  connection_id  text        not null,
  -- what it belongs to: an effect, an attempt to pay or to give back, a stream that is read,
  -- the access itself, or only the connection
  about          text        not null check (about in ('EFFECT', 'PAYING', 'READING', 'ACCESS', 'CONNECTION')),
  about_id       uuid,
  stream         text,
  -- what it brought
  delivery_id    uuid,
  customer_id    uuid,
  -- which try of the effect it was
  attempt        integer,
  method         text        not null,
  host           text        not null,
  outcome        text        not null check (outcome in ('ANSWERED', 'NOT_SENT', 'NO_REPLY')),
  status         integer,
  millis         integer     not null,
  sent_bytes     bigint      not null,
  came_bytes     bigint,
  master_key     text,
  wrapped        bytea,
  sealed         bytea,
  primary key (company_id, call_id),
  check ((about in ('EFFECT', 'PAYING')) = (about_id is not null)),
  check ((about = 'READING') = (stream is not null)),
  check (outcome = 'ANSWERED' or status is null and came_bytes is null),
  check (customer_id is null or master_key is null)
);
create index outbound_call_about on outbound_call (company_id, about_id, call_id) where about_id is not null;
create index outbound_call_brought on outbound_call (company_id, delivery_id, call_id) where delivery_id is not null;
create index outbound_call_of_connection on outbound_call (company_id, connection_id, call_id);
create index outbound_call_of_customer on outbound_call (company_id, customer_id, call_id) where customer_id is not null;
create index outbound_call_at on outbound_call (at);
-- answers that brought nothing: the newest of each stream is kept
create index outbound_call_for_nothing on outbound_call (company_id, connection_id, stream, call_id)
  where about = 'READING' and delivery_id is null and outcome = 'ANSWERED' and status < 400;
