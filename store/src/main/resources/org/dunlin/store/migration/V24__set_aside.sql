-- Money that a person found to be no customer's: no rule allocates it, and it holds no reminder.
alter table payment
  add column set_aside_by text,
  add column set_aside_at timestamptz,
  add constraint payment_set_aside_by_somebody check ((set_aside_by is null) = (set_aside_at is null));

-- What waits for a person among far more that is settled.
create index allocation_suggested on allocation (company_id, payment_id) where decision = 'SUGGESTED';
create index payment_set_aside on payment (company_id, booking_date, payment_id) where set_aside_by is not null;
