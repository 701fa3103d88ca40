-- The payment by which the money of an allocation went back; what the hub had its program book for it is to be
-- taken back there.
alter table allocation add column returned_by uuid;
create index allocation_returned on allocation (company_id, allocation_id) where returned_by is not null;

alter table write_back
  drop constraint write_back_kind_check,
  add constraint write_back_kind_check
    check (kind in ('PAYMENT', 'PAYMENT_REVERSAL', 'NOTE', 'PAYMENT_LINK', 'STATUS')),
  -- of PAYMENT_REVERSAL: the effect by which the program was told what is taken back
  add column reverses uuid;
create index write_back_reverses on write_back (company_id, reverses) where reverses is not null;

-- Whether the hub is taking a booking back by itself, so that nobody has to: what is said to the program is on
-- its way, or was said within a day and the program was not read since.
create function being_taken_back(company text, line uuid) returns boolean language sql stable as $$
  select exists (
    select from write_back w join effect e on e.company_id = w.company_id and e.effect_id = w.effect_id
     where w.company_id = company and w.allocation_id = line and w.kind = 'PAYMENT_REVERSAL'
       and (e.state in ('PENDING', 'CLAIMED', 'SENDING')
            or e.state = 'SENT' and e.finished_at > now() - interval '1 day'))
$$;
