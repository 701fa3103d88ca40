-- A payment link of the provider's own, for hubs that payers do not reach: an attempt to pay that is open until
-- it is paid or called off, however long nobody looks at it.
alter table checkout
  add column own_link boolean not null default false,
  -- how often the provider was asked for it, and when last
  add column begin_tries int not null default 0,
  add column begin_tried_at timestamptz;
create index checkout_to_begin on checkout (company_id, checkout_id)
  where own_link and state = 'OPEN' and provider_id is null;
create index checkout_at_provider on checkout (company_id, connection_id, provider_id)
  where own_link and provider_id is not null;
