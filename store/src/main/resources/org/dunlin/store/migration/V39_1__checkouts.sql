-- One attempt to pay at a company's provider, begun at a payment link. It is written down before the
-- provider is asked, and its id is what the provider is asked under, so that it is begun once at
-- most; the provider's word on it moves it on, and never back.
create table checkout (
  company_id     text        not null references company,
  checkout_id    uuid        not null,
  link_id        uuid        not null,
  customer_id    uuid        not null,
  connection_id  text        not null,
  state          text        not null check (state in ('OPEN', 'PENDING', 'PAID', 'FAILED', 'EXPIRED', 'CANCELLED')),
  amount         numeric     not null check (amount > 0),
  currency       text        not null,
  language       text        not null,
  method         text,
  -- as the provider names it, and where the payer pays; absent until the provider has answered
  provider_id    text,
  pay_at         text,
  expires_at     timestamptz,
  -- why the provider did not take it
  reason         text,
  -- the money that came of it, once it was looked at
  payment_id     uuid,
  begun_at       timestamptz not null default clock_timestamp(),
  moved_at       timestamptz not null default clock_timestamp(),
  updated_at     timestamptz not null default clock_timestamp(),
  primary key (company_id, checkout_id),
  foreign key (company_id, link_id) references payment_link,
  foreign key (company_id, customer_id) references customer,
  foreign key (company_id, payment_id) references payment
);
create index checkout_of_link on checkout (company_id, link_id, checkout_id);
create index checkout_of_customer on checkout (company_id, customer_id, checkout_id);
create index checkout_of_payment on checkout (company_id, payment_id) where payment_id is not null;
create index checkout_without_money on checkout (company_id, checkout_id)
  where payment_id is null and state in ('OPEN', 'PENDING', 'PAID');
create index checkout_updated on checkout (company_id, updated_at, checkout_id);
create trigger checkout_updated before update on checkout
  for each row execute function note_update();

-- What of it is for one invoice.
create table checkout_invoice (
  company_id   text    not null,
  checkout_id  uuid    not null,
  invoice_id   uuid    not null,
  amount       numeric not null check (amount > 0),
  primary key (company_id, checkout_id, invoice_id),
  foreign key (company_id, checkout_id) references checkout on delete cascade,
  foreign key (company_id, invoice_id) references invoice
);
create index checkout_of_invoice on checkout_invoice (company_id, invoice_id);
