-- The entry of a bank that brings what a payment provider paid out: the other end of the provider's
-- PAYOUT, and never a customer's money. Where the provider has not told of the payout yet, it waits
-- without one; what a person took up again no rule takes for a payout any more (REFUSED).
create table payout_entry (
  company_id   text        not null,
  entry_id     uuid        not null,
  -- the program of the provider, as in the scheme of its account
  provider     text        not null,
  payout_id    uuid,
  found_by     text        not null check (found_by in ('REFERENCE', 'AMOUNT', 'ACCOUNT', 'NAME', 'REFUSED')),
  found_at     timestamptz not null default clock_timestamp(),
  primary key (company_id, entry_id),
  unique (company_id, payout_id),
  foreign key (company_id, entry_id) references payment on delete cascade,
  foreign key (company_id, payout_id) references payment on delete cascade,
  constraint payout_entry_refused check (found_by <> 'REFUSED' or payout_id is null)
);
create index payment_payout on payment (company_id, booking_date) where kind = 'PAYOUT';
-- What lies on accounts at providers, by the scheme of the account.
create index payment_at_provider on payment (company_id, (record ->> 'accountScheme'), account_key, currency)
  where record ->> 'accountScheme' is not null;
