-- An attempt that is open at its provider while its invoices were settled otherwise, or its link was
-- ended by a person, is ended there where the provider can: tried so often at most.
alter table checkout add column end_tries int not null default 0;
alter table checkout add column end_tried_at timestamptz;
create index checkout_to_end on checkout (company_id, checkout_id)
  where state = 'OPEN' and provider_id is not null and payment_id is null and end_tries < 3;
-- Whose money may have come, whatever was said of the attempt.
create index checkout_for_money on checkout (company_id, checkout_id) where payment_id is null;
