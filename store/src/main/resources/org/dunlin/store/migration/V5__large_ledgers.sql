-- Payments are matched a page at a time, in the order of booking.
create index payment_unallocated_in_order on payment (company_id, booking_date, payment_id)
  where claimed + returned < amount;
drop index payment_unallocated;

-- A row that all clients of intake would have to update one after the other. What came in is
-- counted in the inbox; the flow says when something last moved.
alter table flow drop column successes;

-- Found without passing all that waits, or all that ever came in.
create index delivery_spent on delivery (intake_sequence)
  where state in ('NEW', 'CLAIMED') and attempts >= 3;
create index delivery_stuck on delivery (company_id, intake_sequence desc)
  where state in ('QUARANTINED', 'POISON');
