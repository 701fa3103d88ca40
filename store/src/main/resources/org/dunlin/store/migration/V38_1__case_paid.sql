-- An agency may say that a case was paid to it before the money is here.
alter table hand_over
  drop constraint hand_over_status_check,
  add constraint hand_over_status_check check (status in
    ('ACCEPTED', 'IN_PROGRESS', 'IN_COURT', 'PAID_IN_PART', 'PAID', 'UNCOLLECTABLE'));
