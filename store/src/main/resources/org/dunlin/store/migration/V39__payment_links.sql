-- A URL at which given invoices of one customer and currency can be paid. Its address is not kept:
-- it is signed anew whenever it is shown, from the id and the generation, so that raising the
-- generation revokes every address that was given out.
create table payment_link (
  company_id           text        not null references company,
  link_id              uuid        not null,
  customer_id          uuid        not null,
  -- the digest of the ids of its invoices, by which the same set is known
  invoice_set          bytea       not null,
  state                text        not null check (state in ('OPEN', 'PAID', 'EXPIRED', 'VOID')),
  -- what is open of its invoices, as it was when that was last looked at while something was
  amount               numeric     not null check (amount > 0),
  currency             text        not null,
  generation           int         not null default 1 check (generation > 0),
  -- the last day on which it can be paid, in the company's zone
  expires_on           date        not null,
  -- ended by a person, and not by what was settled: it does not open again
  voided               boolean     not null default false,
  -- the provider's own link, where the hub has no public address
  provider_connection  text,
  provider_link        text,
  provider_url         text,
  made_by              text        not null,
  made_on              date        not null,
  made_at              timestamptz not null default clock_timestamp(),
  changed_by           text,
  changed_on           date,
  updated_at           timestamptz not null default clock_timestamp(),
  primary key (company_id, link_id),
  foreign key (company_id, customer_id) references customer,
  check (not voided or state = 'VOID'),
  check ((provider_link is null) = (provider_connection is null)
         and (provider_url is null) = (provider_connection is null))
);
-- One open link for the same set, whoever asks at the same moment.
create unique index payment_link_of_set on payment_link (company_id, invoice_set) where state = 'OPEN';
create index payment_link_latest_of_set on payment_link (company_id, invoice_set, link_id);
create index payment_link_of_customer on payment_link (company_id, customer_id, link_id);
create index payment_link_open on payment_link (company_id, expires_on) where state = 'OPEN';
create index payment_link_updated on payment_link (company_id, updated_at, link_id);
create trigger payment_link_updated before update on payment_link
  for each row execute function note_update();

create table payment_link_invoice (
  company_id  text  not null,
  link_id     uuid  not null,
  invoice_id  uuid  not null,
  primary key (company_id, link_id, invoice_id),
  foreign key (company_id, link_id) references payment_link on delete cascade,
  foreign key (company_id, invoice_id) references invoice
);
create index payment_link_of_invoice on payment_link_invoice (company_id, invoice_id);
