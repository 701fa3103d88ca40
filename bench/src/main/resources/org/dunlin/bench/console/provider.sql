-- What a payment provider kept, gave back and paid out of what was paid online, what of it arrived at the bank, and
-- which of its fees are booked: a payout and an entry of fees a day, as most companies have it.

insert into connection (company_id, connection_id, program, settings)
values (:company, 'psp', 'mollie', '{"profile": "pfl_bench"}');

insert into program_connection (company_id, connection_id, state, since)
values (:company, 'psp', 'NEW', now());

insert into payment (company_id, payment_id, entry_key, delivery_id, ordinal, account_key, kind, direction,
                     booking_date, currency, amount, content, record)
select company_id, id, 'mollie:pfl_bench/fee-' || id, pg_temp.id(4, 1), 0, account_key, 'FEE', 'OUT', booking_date,
       currency, 0.29, '\x01',
       jsonb_build_object('type', 'payment', 'id', id, 'kind', 'FEE', 'direction', 'OUT', 'bookingDate', booking_date,
                          'amount', '0.29', 'currency', currency, 'accountNumber', 'pfl_bench',
                          'accountScheme', 'mollie')
  from (select *, cast(overlay(cast(payment_id as text) placing '017' from 21 for 3) as uuid) as id from payment
         where company_id = :company and account_key = 'mollie:pfl_bench') p;

insert into payment (company_id, payment_id, entry_key, delivery_id, ordinal, account_key, kind, direction,
                     booking_date, currency, amount, claimed, content, record)
select company_id, id, 'mollie:pfl_bench/re_' || n, pg_temp.id(4, 1), 0, account_key, 'RETURN', 'OUT', given, currency,
       amount, case when n % 5000 = 0 then 0 else amount end, '\x01',
       jsonb_build_object('type', 'payment', 'id', id, 'kind', 'RETURN', 'direction', 'OUT', 'bookingDate', given,
                          'amount', cast(amount as text), 'currency', currency, 'returnOf', payment_id,
                          'accountNumber', 'pfl_bench', 'accountScheme', 'mollie')
  from (select *, cast(overlay(cast(payment_id as text) placing '018' from 21 for 3) as uuid) as id,
               booking_date + 5 as given, row_number() over (order by payment_id) as n
          from payment where company_id = :company and account_key = 'mollie:pfl_bench' and direction = 'IN') p
 where n % 100 = 0 and given <= cast(:today as date);

insert into payment (company_id, payment_id, entry_key, delivery_id, ordinal, account_key, kind, direction,
                     booking_date, currency, amount, content, record)
select :company, id, 'mollie:pfl_bench/stl_' || n, pg_temp.id(4, 1), 0, 'mollie:pfl_bench', 'PAYOUT', 'OUT', day, 'EUR',
       amount, '\x01',
       jsonb_build_object('type', 'payment', 'id', id, 'kind', 'PAYOUT', 'direction', 'OUT', 'bookingDate', day,
                          'amount', cast(amount as text), 'currency', 'EUR', 'endToEndId', 'stl_' || n,
                          'accountNumber', 'pfl_bench', 'accountScheme', 'mollie')
  from (select *, pg_temp.id(25, n) as id
          from (select booking_date + 1 as day, sum(case direction when 'IN' then amount else -amount end) as amount,
                       row_number() over (order by booking_date) as n
                  from payment
                 where company_id = :company and account_key = 'mollie:pfl_bench' and booking_date < cast(:today as date)
                 group by booking_date
                having sum(case direction when 'IN' then amount else -amount end) > 0) d) o;

insert into payment (company_id, payment_id, entry_key, delivery_id, ordinal, account_key, kind, direction,
                     booking_date, currency, amount, content, record, set_aside_by, set_aside_at)
select company_id, id, 'NL44RABO0123456789/' || reference, pg_temp.id(4, 1), 0, 'NL44RABO0123456789', 'TRANSFER', 'IN',
       day, currency, arrived, '\x01',
       jsonb_build_object('type', 'payment', 'id', id, 'kind', 'TRANSFER', 'direction', 'IN', 'bookingDate', day,
                          'amount', cast(arrived as text), 'currency', currency,
                          'payerName', 'Stichting Mollie Payments', 'remittance', 'settlement ' || reference,
                          'accountIban', 'NL44RABO0123456789'),
       'match', day
  from (select *, cast(overlay(cast(payment_id as text) placing '01a' from 21 for 3) as uuid) as id,
               booking_date + 1 as day, record ->> 'endToEndId' as reference,
               case when nth % 300 = 0 then amount + 1 else amount end as arrived
          from (select *, booking_date - date '2020-01-01' as nth from payment
                 where company_id = :company and kind = 'PAYOUT') o) p
 where day < cast(:today as date) and nth % 250 > 0;

insert into payout_entry (company_id, entry_id, provider, payout_id, found_by)
select o.company_id, e.payment_id, 'mollie', o.payment_id, 'REFERENCE'
  from payment o
  join payment e on e.company_id = o.company_id
       and e.payment_id = cast(overlay(cast(o.payment_id as text) placing '01a' from 21 for 3) as uuid)
 where o.company_id = :company and o.kind = 'PAYOUT';

insert into effect (company_id, effect_id, connection_id, ordering_key, kind, delivery_kind, payload, state, attempts,
                    not_before, business_date, decided_at, finished_at)
select :company, pg_temp.id(27, day - date '2000-01-01'), 'office', 'office/fees of mollie', 'WRITE_BACK', 'KEYED',
       jsonb_build_object('effect', jsonb_build_object('id', pg_temp.id(27, day - date '2000-01-01'), 'kind', 'fee'),
         'key', 'pfl_bench', 'fee', jsonb_build_object('name', 'Mollie', 'accountNumber', 'pfl_bench', 'accountScheme',
           'mollie', 'direction', 'OUT', 'date', day, 'amount', cast(amount as text), 'moved', '-' || amount,
           'currency', 'EUR', 'description', 'Kosten Mollie ' || day)),
       'SENT', 1, day + 1, day + 1, day + 1, day + 1
  from (select booking_date as day, sum(amount) as amount from payment
         where company_id = :company and kind = 'FEE' and booking_date < cast(:today as date) group by 1) f
 order by day;

insert into write_back (company_id, effect_id, connection_id, kind, reference, left_at)
select company_id, effect_id, connection_id, 'FEE', 'DUNLIN-' || business_date, decided_at
  from effect where company_id = :company and kind = 'WRITE_BACK';

insert into fee_booking (company_id, payment_id, effect_id)
select company_id, payment_id, pg_temp.id(27, booking_date - date '2000-01-01')
  from payment where company_id = :company and kind = 'FEE' and booking_date < cast(:today as date);
