-- What people and programs did beside: agreements, links, debits, questions, calls, events, steps
-- that wait. Most of it is over, as in a company that has worked with the hub for long.

insert into connection (company_id, connection_id, program, settings)
values (:company, 'office', 'moneybird', '{}');

insert into program_connection (company_id, connection_id, state, since)
values (:company, 'office', 'NEW', now());

insert into standstill (company_id, standstill_id, kind, customer_id, state, on_date, amount, currency, owner, record,
                        made_by, made_on, changed_by, changed_on)
select :company, id, kind, customer_id, state, on_date, case when kind <> 'HOLD' then total end,
       case when kind <> 'HOLD' then currency end, 'admin',
       case kind
         when 'PROMISE' then jsonb_build_object('type', 'promise', 'id', id, 'customerId', customer_id, 'invoiceIds',
           jsonb_build_array(invoice_id), 'amount', cast(total as text), 'currency', currency, 'on', on_date, 'state', state)
         when 'DISPUTE' then jsonb_build_object('type', 'dispute', 'id', id, 'invoiceId', invoice_id, 'amount',
           cast(total as text), 'currency', currency, 'reason', 'PRICE', 'owner', 'admin', 'deadline', on_date,
           'state', case state when 'CREDITED' then 'ACCEPTED' else state end)
         when 'ARRANGEMENT' then jsonb_build_object('type', 'arrangement', 'id', id, 'customerId', customer_id,
           'invoiceIds', jsonb_build_array(invoice_id), 'currency', currency, 'state', state, 'instalments',
           jsonb_build_array(jsonb_build_object('dueDate', on_date, 'amount', cast(total as text))))
         else jsonb_build_object('type', 'hold', 'customerId', customer_id, 'reason', 'MANUAL', 'until', on_date) end,
       'admin', made, case when i % 9 > 0 then 'admin' end, case when i % 9 > 0 then on_date end
  from (select i, pg_temp.id(9, i) as id, v.invoice_id, v.customer_id, v.total, v.currency,
               (array['PROMISE','DISPUTE','ARRANGEMENT','HOLD'])[1 + i % 4] as kind,
               case i % 9 when 0 then (array['OPEN','OPEN','AGREED','OPEN'])[1 + i % 4]
                          when 1 then (array['BROKEN','REJECTED','BROKEN','LIFTED'])[1 + i % 4]
                          else (array['KEPT','CREDITED','KEPT','ENDED'])[1 + i % 4] end as state,
               v.issue_date + 40 as made, case i % 9 when 0 then cast(:today as date) else v.issue_date end + 50 as on_date
          from generate_series(1, :invoices / 50) i
          join invoice v on v.company_id = :company and v.invoice_id = pg_temp.id(2, i * 50 - 3)) s;

insert into standstill_invoice (company_id, standstill_id, invoice_id, open_before)
select s.company_id, s.standstill_id, v.invoice_id, v.total
  from generate_series(1, :invoices / 50) i
  join standstill s on s.company_id = :company and s.standstill_id = pg_temp.id(9, i)
  join invoice v on v.company_id = :company and v.invoice_id = pg_temp.id(2, i * 50 - 3);

insert into dialogue_entry (company_id, entry_id, customer_id, kind, made_by, made_on)
select company_id, pg_temp.id(10, n), customer_id, case n % 20 when 0 then 'ANSWER' else 'NOTE' end, 'admin',
       cast(:today as date) - 30
  from (select *, row_number() over (order by customer_id) as n from customer where company_id = :company) c;

insert into task_mark (company_id, kind, subject_id, done_at)
select company_id, kind, cast(entry_id as text), now()
  from dialogue_entry where company_id = :company and kind = 'ANSWER' and entry_id > pg_temp.id(10, 1000);

insert into company_goal (company_id, kind, most, said_by, said_on)
values (:company, 'DAYS_OVERDUE', 30, 'admin', cast(:today as date) - 300);

insert into standing_day (company_id, on_date, currency, not_due, up_to_30, up_to_60, up_to_90, over_90, credit,
                          invoices, customers, dso, dso_average, dso_best, effectiveness, beyond_goal)
select :company, cast(:today as date) - i, 'EUR', 1000 * :invoices, 200 * :invoices, 100 * :invoices, 50 * :invoices,
       20 * :invoices, 10 * :invoices, :invoices / 5, :invoices / 10, 41.5, 43.2, 30.1, 82.4, 60 * :invoices
  from generate_series(1, 900) i;

insert into payment_link (company_id, link_id, customer_id, invoice_set, state, amount, currency, expires_on, made_by,
                          made_on)
select :company, pg_temp.id(11, i), v.customer_id, sha256(cast(cast(v.invoice_id as text) as bytea)),
       case when v.status = 'PAID' then 'PAID' when v.issue_date > cast(:today as date) - 120 then 'OPEN' else 'EXPIRED' end,
       v.total, v.currency, v.issue_date + 180, 'dun', v.issue_date + 1
  from generate_series(1, :invoices / 20) i
  join invoice v on v.company_id = :company and v.invoice_id = pg_temp.id(2, i * 20 - 13);

insert into payment_link_invoice (company_id, link_id, invoice_id)
select :company, pg_temp.id(11, i), pg_temp.id(2, i * 20 - 13) from generate_series(1, :invoices / 20) i;

insert into mandate (company_id, mandate_id, customer_id, reference, scheme, state, signed_on, origin, made_by, made_on)
select :company, pg_temp.id(12, i), pg_temp.id(1, i * 10), 'M' || i, 'CORE',
       case when i % 5 = 0 then 'REVOKED' else 'ACTIVE' end, cast(:today as date) - 700, 'IMPORTED', 'admin',
       cast(:today as date) - 700
  from generate_series(1, :invoices / 100) i;

insert into collection (company_id, collection_id, connection_id, state, head, decided_by, decided_on, made_on)
select :company, pg_temp.id(13, i), 'bank', case when i = 31 then 'WAITING' else 'APPROVED' end,
       jsonb_build_object('flavour', 'rabobank', 'version', 'pain.008.001.02', 'name', 'Benchmark B.V.', 'iban',
         'NL44RABO0123456789', 'identifier', 'NL98ZZZ999999990000', 'oneSum', false, 'createdAt', '2026-01-02T08:00:00'),
       case when i < 31 then 'admin' end, case when i < 31 then day end, day
  from (select i, cast(:today as date) - (31 - i) * 30 as day from generate_series(1, 31) i) c;

insert into debit (company_id, debit_id, customer_id, mandate_id, invoice_id, due_date, state, announced, amount,
                   currency, collect_on, attempt, notice_id, tested, end_to_end_id, collection_id, batch, scheme,
                   sequence, followed, ended_on, made_on)
select company_id, cast(overlay(cast(invoice_id as text) placing '00e' from 21 for 3) as uuid), customer_id, mandate_id,
       invoice_id, due, case when month = 31 then 'IN_FILE' when status = 'PAID' then 'SETTLED' else 'RETURNED' end,
       total, total, currency, due, 1, invoice_id, false, 'E' || source_id, pg_temp.id(13, month), 1, 'CORE', 'RCUR',
       true, case when month < 31 then due end, issue_date
  from (select v.*, m.mandate_id, coalesce(v.due_date, v.issue_date + 30) as due,
               greatest(1, 31 - (cast(:today as date) - v.issue_date) / 30) as month
          from mandate m join invoice v using (company_id, customer_id)
         where v.company_id = :company and v.kind = 'INVOICE') d;

insert into identity_question (company_id, question_id, kind, connection_a, source_a, connection_b, source_b, state,
                               reason, asked_at, decided_by, decided_at)
select :company, pg_temp.id(15, i), kind, 'books', least(one, other), 'books', greatest(one, other),
       case when i % 2 = 0 then 'OPEN' else 'DIFFERENT' end, 'The names are alike.', now() - make_interval(hours => cast(i as int)),
       case when i % 2 = 1 then 'admin' end, case when i % 2 = 1 then now() end
  from (select i, case when i % 4 < 2 then 'CUSTOMER' else 'INVOICE' end as kind,
               case when i % 4 < 2 then 'c' else 'i' end || i as one,
               case when i % 4 < 2 then 'c' else 'i' end || (i + :invoices / 20) as other
          from generate_series(1, :invoices / 500) i) q;

insert into problem (company_id, problem_id, delivery_id, position, code, message)
select :company, pg_temp.id(16, i), pg_temp.id(4, i * 50), 'line 3', 'UNREADABLE', 'The date cannot be read.'
  from generate_series(1, :invoices / 250) i;

insert into replay (company_id, replay_id, subject, chosen, trouble, begun_by, begun_at, total, done, ended_at)
select :company, pg_temp.id(17, i), 'DELIVERY', '{}', 'QUARANTINED', 'admin', now() - make_interval(days => cast(i as int)),
       10, 10, now() - make_interval(days => cast(i as int))
  from generate_series(1, 200) i;

insert into outbound_call (company_id, call_id, at, connection_id, about, stream, delivery_id, method, host, outcome,
                           status, millis, sent_bytes, came_bytes)
select :company, pg_temp.id(18, i), now() - make_interval(mins => cast(:invoices / 5 - i as int)), 'office', 'READING',
       'invoices', pg_temp.id(4, i), 'GET', 'moneybird.com', 'ANSWERED', 200, 120, 0, 8000
  from generate_series(1, :invoices / 5) i;

insert into outbound_call (company_id, call_id, at, connection_id, about, about_id, customer_id, attempt, method, host,
                           outcome, status, millis, sent_bytes, came_bytes)
select company_id, cast(overlay(cast(effect_id as text) placing '013' from 21 for 3) as uuid), now(), 'smtp', 'EFFECT',
       effect_id, customer_id, 1, 'SMTP', 'mail.example.com', 'ANSWERED', 250, 80, 4000, 60
  from effect where company_id = :company and kind = 'EMAIL';

insert into event_endpoint (company_id, endpoint_id, name, address, kinds, state, made_by, told_to, overdue_to)
values (:company, pg_temp.id(20, 1), 'Warehouse', 'https://events.example.com/in', array['invoice.settled'], 'OFF', 'admin',
        pg_temp.id(7, 1), :today);

insert into effect (company_id, effect_id, connection_id, ordering_key, kind, delivery_kind, state, attempts, not_before,
                    business_date, decided_at, finished_at, customer_id)
select company_id, cast(overlay(cast(invoice_id as text) placing '015' from 21 for 3) as uuid), 'events',
       'event|' || pg_temp.id(20, 1) || '|' || customer_id, 'EVENT', 'KEYED', 'SENT', 1, now(), :today, now(), now(),
       customer_id
  from invoice where company_id = :company and status = 'PAID' and invoice_id > pg_temp.id(2, :invoices * 8 / 10);

insert into told_event (company_id, endpoint_id, effect_id, kind)
select company_id, pg_temp.id(20, 1), effect_id, 'invoice.settled'
  from effect where company_id = :company and kind = 'EVENT';

insert into event_attempt (company_id, effect_id, attempt_id, endpoint_id, status, took_millis)
select company_id, effect_id, cast(overlay(cast(effect_id as text) placing '016' from 21 for 3) as uuid),
       pg_temp.id(20, 1), 204, 35
  from effect where company_id = :company and kind = 'EVENT';

insert into action (company_id, action_id, customer_id, on_date, state, decided_at, mode, record, approve)
select company_id, id, customer_id, cast(:today as date), state, now(), 'LIVE',
       jsonb_build_object('type', 'action', 'id', id, 'customerId', customer_id, 'plan', 'standard', 'step', 'second',
         'channel', channel, 'on', cast(:today as date), 'state', state, 'holds', cast('[]' as jsonb), 'items',
         jsonb_build_array(jsonb_build_object('invoiceId', invoice_id, 'dueDate', coalesce(due_date, issue_date + 30),
           'step', 'second', 'amount', cast(total as text), 'currency', currency))), channel = 'EMAIL'
  from (select *, channel || '-' || invoice_id as id,
               case channel when 'CALL' then 'DUE' else 'AWAITING_APPROVAL' end as state
          from (select *, (array['CALL','EMAIL'])[1 + n % 2] as channel
                  from (select *, row_number() over (order by invoice_id) as n from invoice
                         where company_id = :company and kind = 'INVOICE' and status = 'OPEN' and claimed = 0
                         order by invoice_id limit :invoices / 1000) v) v) a;

insert into flow_hour (company_id, hour, connection_id, stream, deliveries, records, failures)
select :company, date_trunc('hour', now()) - make_interval(hours => i), 'books', 'files', 20, 100, i % 20
  from generate_series(0, 2000) i;
