-- Money that a person found to be no customer's: no rule allocates it, and it holds no reminder.
alter table payment
  add column set_aside_by text,
  add column set_aside_at timestamptz,
  add constraint payment_set_aside_by_somebody check ((set_aside_by is null) = (set_aside_at is null));
