-- Money that a person gives back to who paid it online, at the provider where it came in. It is
-- written down before the provider is asked, and its id is what the provider is asked under, so that
-- it is given back once at most; of one payment there is one at most that was not refused. What the
-- provider tells of it later is a RETURN of the payment as any other.
create table provider_refund (
  company_id       text        not null references company,
  refund_id        uuid        not null,
  payment_id       uuid        not null,
  customer_id      uuid        not null,
  connection_id    text        not null,
  -- the payment as the provider names it
  provider_key     text        not null,
  amount           numeric     not null check (amount > 0),
  currency         text        not null,
  state            text        not null check (state in ('ASKED', 'DONE', 'REFUSED')),
  -- the refund as the provider names it
  provider_refund  text,
  -- why it is none
  reason           text,
  asked_by         text        not null,
  asked_on         date        not null,
  asked_at         timestamptz not null default clock_timestamp(),
  -- when the provider was last asked, so that two do not ask at one time
  tried_at         timestamptz not null default clock_timestamp(),
  primary key (company_id, refund_id),
  foreign key (company_id, payment_id) references payment on delete cascade,
  foreign key (company_id, customer_id) references customer,
  check ((state = 'DONE') = (provider_refund is not null))
);
create unique index provider_refund_once on provider_refund (company_id, payment_id) where state <> 'REFUSED';
create index provider_refund_of_payment on provider_refund (company_id, payment_id, refund_id);
create index provider_refund_of_customer on provider_refund (company_id, customer_id);
