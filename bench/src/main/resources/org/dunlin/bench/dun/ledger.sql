-- :customers customers with :invoices open invoices, of which :due of a hundred are due their first
-- reminder today and the others are not due yet. Written with the triggers off.

create or replace function pg_temp.id(kind int, i bigint) returns uuid language sql immutable as
$$ select cast(lpad(to_hex(1700000000000 + $2), 12, '0') || '7000' || '8' || lpad(to_hex($1), 3, '0')
               || lpad(to_hex($2), 12, '0') as uuid) $$;

insert into customer (company_id, customer_id, connection_id, source_id, source_sequence, name, record)
select :company, id, 'books', 'c' || i, 1, 'Customer ' || i,
       jsonb_build_object('type', 'customer', 'id', id, 'number', 'D' || 100000 + i, 'name', 'Customer ' || i,
                          'email', 'ap' || i || '@customer.example', 'language', 'nl')
  from (select i, pg_temp.id(1, i) as id from generate_series(1, :customers) i) c;

insert into invoice (company_id, invoice_id, connection_id, source_id, source_sequence, customer_id, number, kind,
                     issue_date, due_date, currency, total, outstanding, status, record)
select :company, id, 'books', 'i' || i, 1, customer_id, number, 'INVOICE', due - 30, due, 'EUR', total, total, 'OPEN',
       jsonb_build_object('type', 'invoice', 'id', id, 'number', number, 'kind', 'INVOICE', 'customerId', customer_id,
         'issueDate', due - 30, 'dueDate', due, 'currency', 'EUR', 'total', cast(total as text),
         'outstanding', cast(total as text), 'status', 'OPEN')
  from (select i, pg_temp.id(2, i) as id, pg_temp.id(1, 1 + i % :customers) as customer_id,
               '2026-' || lpad(cast(i as text), 7, '0') as number,
               case when abs(hashint8(i)) % 100 < :due then cast(:today as date) - 5 - cast(i % 200 as int)
                    else cast(:today as date) + cast(i % 25 as int) end as due,
               round(20 + (cast(i as bigint) * 6971 % 500000) / 100.0, 2) as total
          from generate_series(1, :invoices) i) i;
