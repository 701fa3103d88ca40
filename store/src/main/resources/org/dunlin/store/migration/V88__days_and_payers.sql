-- What was applied in the last days is counted with what the books applied themselves.
create index allocation_of_days on allocation (company_id, business_date)
  where decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED');
drop index allocation_of_day;

-- What somebody paid whom no invoice names, by the name under which they paid.
create index payment_of_payer_name on payment (company_id, left(lower(record ->> 'payerName'), 200), payment_id)
  where record ->> 'payerName' is not null;
