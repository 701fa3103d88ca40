-- From which day on the fees of a payment provider are booked in an accounting program: what was kept before,
-- somebody has booked already.
create table fee_start (
  company_id     text not null references company,
  connection_id  text not null,
  -- the program of the provider, as in the scheme of its account
  provider       text not null,
  since          date not null,
  primary key (company_id, connection_id, provider)
);

-- By which effect a fee is booked: each by one at most.
create table fee_booking (
  company_id     text not null,
  payment_id     uuid not null,
  effect_id      uuid not null,
  primary key (company_id, payment_id),
  foreign key (company_id, payment_id) references payment on delete cascade
);
create index fee_booking_of_effect on fee_booking (company_id, effect_id);
create index payment_fee on payment (company_id, booking_date) where kind = 'FEE';

alter table write_back
  drop constraint write_back_kind_check,
  add constraint write_back_kind_check
    check (kind in ('PAYMENT', 'PAYMENT_REVERSAL', 'FEE', 'NOTE', 'PAYMENT_LINK', 'STATUS')),
  -- a fee is of no invoice
  alter column invoice_id drop not null,
  add constraint write_back_of_an_invoice check ((invoice_id is null) = (kind = 'FEE'));
