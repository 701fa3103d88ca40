-- A company's ledger of two and a half years: :customers customers, :invoices invoices, of which a
-- fifth is open; a tenth of those who paid did so online. Written with the triggers off; what they keep is counted anew
-- at the end.

create function pg_temp.id(kind int, i bigint) returns uuid language sql immutable as
$$ select cast(lpad(to_hex(1700000000000 + $2), 12, '0') || '7000' || '8' || lpad(to_hex($1), 3, '0')
               || lpad(to_hex($2), 12, '0') as uuid) $$;

insert into customer (company_id, customer_id, connection_id, source_id, source_sequence, name, record)
select :company, id, 'books', 'c' || i, 1, name,
       jsonb_build_object('type', 'customer', 'id', id, 'number', 'D' || 100000 + i, 'name', name,
                          'email', 'ap' || i || '@customer.example', 'language', 'nl')
       || case when i % 7 = 0 then jsonb_build_object('paymentTermDays', 14) else '{}' end
  from (select i, pg_temp.id(1, i) as id,
               (array['Bakkerij','Garage','Bouwbedrijf','Drukkerij','Hotel','Kwekerij','Slagerij'])[1 + i % 7] || ' '
               || (array['Jansen','de Vries','Bakker','Visser','Smit','Meijer','Mulder','Bos','Peters','Hendriks','Dekker'])[1 + i % 11]
               || ' ' || i || ' B.V.' as name
          from generate_series(1, :customers) i) c;

insert into invoice (company_id, invoice_id, connection_id, source_id, source_sequence, customer_id, number, kind,
                     issue_date, due_date, currency, total, outstanding, claimed, status, record)
select :company, id, 'books', 'i' || i, 1, customer_id, number, kind, issued, due, 'EUR', total, outstanding,
       case when status = 'OPEN' and i % 10 = 3 then round(outstanding / 4, 2) else 0 end, status,
       jsonb_strip_nulls(jsonb_build_object(
         'type', 'invoice', 'id', id, 'number', number, 'kind', kind, 'customerId', customer_id,
         'issueDate', issued, 'dueDate', due, 'currency', 'EUR', 'total', cast(total as text),
         'outstanding', cast(outstanding as text), 'status', status,
         'instalments', case when i % 50 = 1 and kind = 'INVOICE' then jsonb_build_array(
            jsonb_build_object('dueDate', issued + 15, 'amount', cast(total - round(total / 2, 2) as text)),
            jsonb_build_object('dueDate', issued + 45, 'amount', cast(round(total / 2, 2) as text))) end))
  from (select *, case when status = 'OPEN' then total else 0.00 end as outstanding
          from (select i, pg_temp.id(2, i) as id, pg_temp.id(1, 1 + (i * 7919) % :customers) as customer_id,
                       '2026-' || lpad(cast(i as text), 7, '0') as number,
                       case when i % 40 = 0 then 'CREDIT_NOTE' else 'INVOICE' end as kind,
                       day as issued, case when i % 20 = 5 then null else day + 30 end as due,
                       round(20 + (i * 6971 % 500000) / 100.0, 2) as total,
                       case when day > cast(:today as date) - 120 or i % 30 = 7 then 'OPEN' else 'PAID' end as status
                  from (select i, cast(:today as date) - cast((:invoices - i) * 900 / :invoices as int) as day
                          from generate_series(1, :invoices) i) dated) known) i;

insert into payment (company_id, payment_id, entry_key, delivery_id, ordinal, account_key, kind, direction,
                     booking_date, currency, amount, claimed, content, record)
select company_id, id, 'e' || number, pg_temp.id(4, 1), 0,
       case when online then 'mollie:pfl_bench' else 'NL44RABO0123456789' end, kind, 'IN', booked, currency, amount,
       amount, '\x01',
       jsonb_build_object('type', 'payment', 'id', id, 'kind', kind, 'direction', 'IN', 'bookingDate', booked,
                          'amount', cast(amount as text), 'currency', currency, 'payerName', name,
                          'remittance', 'factuur ' || number)
       || case when online then jsonb_build_object('accountNumber', 'pfl_bench', 'accountScheme', 'mollie')
               else jsonb_build_object('accountIban', 'NL44RABO0123456789') end
  from (select i.company_id, cast(overlay(cast(i.invoice_id as text) placing '003' from 21 for 3) as uuid) as id,
               i.number, i.currency, case when i.status = 'PAID' then i.total else i.claimed end as amount, online,
               case when online then 'CARD' else 'TRANSFER' end as kind,
               least(i.issue_date + 33, cast(:today as date)) as booked, c.name
          from invoice i join customer c using (company_id, customer_id)
         cross join lateral (select right(i.number, 1) = '3' as online) o
         where i.company_id = :company and i.kind = 'INVOICE' and (i.status = 'PAID' or i.claimed > 0)) p;

insert into allocation (company_id, allocation_id, payment_id, invoice_id, amount, currency, decision, rule, evidence,
                        decided_at, decided_by, business_date)
select p.company_id, cast(overlay(cast(p.payment_id as text) placing '005' from 21 for 3) as uuid), p.payment_id,
       i.invoice_id, p.amount, p.currency, case when i.status = 'PAID' then 'BOOKED' else 'AUTOMATIC' end,
       'DOCUMENT_NUMBER', array['the remittance names ' || i.number], p.booking_date, 'match', p.booking_date
  from payment p join invoice i on i.company_id = p.company_id and i.number = substr(p.entry_key, 2)
 where p.company_id = :company;

insert into payment (company_id, payment_id, entry_key, delivery_id, ordinal, account_key, kind, direction,
                     booking_date, currency, amount, content, record)
select :company, id, 'u' || i, pg_temp.id(4, 1), 0, 'NL44RABO0123456789', 'TRANSFER', 'IN', booked, 'EUR', 100 + i,
       '\x01',
       jsonb_build_object('type', 'payment', 'id', id, 'kind', 'TRANSFER', 'direction', 'IN', 'bookingDate', booked,
                          'amount', cast(100 + i as text) || '.00', 'currency', 'EUR', 'payerName', 'SOMEBODY ' || i,
                          'remittance', 'thank you', 'accountIban', 'NL44RABO0123456789')
  from (select i, pg_temp.id(6, i) as id, cast(:today as date) - cast(i % 60 as int) as booked
          from generate_series(1, :invoices / 500) i) u;

insert into delivery (company_id, delivery_id, connection_id, name, bytes, sha256, received_at, received_month, format,
                      state, attempts, finished_at, records, reason_code, reason)
select :company, pg_temp.id(4, i), 'books', 'batch-' || i || '.xml', 8000, sha256(cast(cast(i as text) as bytea)), day,
       date_trunc('month', day), 'UBL', case when i % 5000 = 0 then 'QUARANTINED' else 'APPLIED' end, 1, day, 5,
       case when i % 5000 = 0 then 'UNREADABLE' end, case when i % 5000 = 0 then 'This is no invoice.' end
  from (select i, cast(:today as date) - cast((:invoices / 5 - i) * 900 / (:invoices / 5) as int) as day
          from generate_series(1, :invoices / 5) i) d;

insert into journal (company_id, journal_id, at, business_date, actor, subject_kind, subject_id, event, after,
                     delivery_id, customer_id)
select company_id, cast(overlay(cast(invoice_id as text) placing '007' from 21 for 3) as uuid), issue_date, issue_date,
       'translate', 'invoice', cast(invoice_id as text), 'INVOICE_ADDED', record,
       pg_temp.id(4, 1 + cast(substr(source_id, 2) as bigint) / 5 % (:invoices / 5)), customer_id
  from invoice where company_id = :company;

insert into action (company_id, action_id, customer_id, on_date, state, decided_at, mode, record)
select company_id, 'a' || id, customer_id, day, state, day, 'SHADOW',
       jsonb_build_object('type', 'action', 'id', 'a' || id, 'customerId', customer_id, 'plan', 'standard',
         'step', 'first', 'channel', 'EMAIL', 'on', day, 'state', state,
         'items', jsonb_build_array(jsonb_build_object('invoiceId', id, 'dueDate', due, 'step', 'first',
                                                       'amount', cast(total as text), 'currency', 'EUR')),
         'holds', case when state = 'HELD' then jsonb_build_array(jsonb_build_object(
                    'customerId', customer_id, 'reason', (array['SHADOW','CONTACT_POLICY','NO_ADDRESS'])[1 + n % 3]))
                  else '[]' end)
  from (select company_id, invoice_id as id, customer_id, total, coalesce(due_date, issue_date + 30) as due,
               coalesce(due_date, issue_date + 30) + 5 as day, cast(substr(source_id, 2) as bigint) as n,
               case when status = 'OPEN' and cast(substr(source_id, 2) as bigint) % 20 = 3 then 'HELD' else 'SENT' end as state
          from invoice
         where company_id = :company and kind = 'INVOICE' and cast(substr(source_id, 2) as bigint) % 4 = 3
           and coalesce(due_date, issue_date + 30) + 5 < cast(:today as date)) a;

insert into action_item (company_id, invoice_id, due_date, step, action_id)
select company_id, cast(substr(action_id, 2) as uuid), on_date - 5, 'first', action_id
  from action where company_id = :company and state = 'SENT';

insert into effect (company_id, effect_id, connection_id, ordering_key, kind, delivery_kind, action_id, payload, state,
                    attempts, not_before, business_date, decided_at, finished_at, customer_id)
select company_id, cast(overlay(substr(action_id, 2) placing '008' from 21 for 3) as uuid), 'smtp',
       'smtp/' || customer_id, 'EMAIL', 'BLIND', action_id,
       jsonb_set(cast(:payload as jsonb), '{to}', to_jsonb(cast('ap@customer.example' as text))), 'SENT', 1, on_date, on_date,
       on_date, on_date, customer_id
  from action where company_id = :company and state = 'SENT' order by on_date;
