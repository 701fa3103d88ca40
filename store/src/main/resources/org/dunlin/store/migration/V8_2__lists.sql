-- Lists in their orders, and what people search them by: the words that something begins with.

create function words_of(text) returns tsvector language sql immutable strict parallel safe
  return array_to_tsvector(array_remove(regexp_split_to_array(lower($1), '[^[:alnum:]]+'), ''));
create function prefixes_of(text) returns tsquery language sql immutable strict parallel safe
  return (select cast(string_agg(quote_literal(lexeme) || ':*', ' & ') as tsquery) from unnest(words_of($1)));

alter table customer
  add column number text generated always as (record ->> 'number') stored,
  add column words tsvector
    generated always as (words_of(left(name || ' ' || coalesce(record ->> 'number', ''), 1000))) stored;
create index customer_words on customer using gin (words);
create index customer_by_name on customer (company_id, lower(name), customer_id);

create index invoice_by_number on invoice (company_id, (lower(number) collate "C"), invoice_id);
create index invoice_newest on invoice (company_id, issue_date, invoice_id);
create index invoice_settled on invoice (company_id, issue_date, invoice_id)
  where kind = 'INVOICE' and (status = 'PAID' or status = 'OPEN' and claimed >= outstanding);
create index invoice_credit_note on invoice (company_id, issue_date, invoice_id) where kind = 'CREDIT_NOTE';

create index payment_newest on payment (company_id, booking_date, payment_id);
create index payment_outgoing on payment (company_id, booking_date, payment_id) where direction = 'OUT';
create function words_of_payment(record jsonb) returns tsvector language sql immutable parallel safe
  return words_of(left(coalesce(record ->> 'payerName', '') || ' ' || coalesce(record ->> 'remittance', ''), 4000));
create index payment_words on payment using gin (words_of_payment(record));

create index journal_of_customer_newest on journal (company_id, customer_id, journal_id);
drop index journal_of_customer;
create index journal_invoice_added on journal (company_id, business_date) where event = 'INVOICE_ADDED';
create index effect_in_state on effect (company_id, state, sequence desc);
create index allocation_of_day on allocation (company_id, business_date)
  where decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL');
create index allocation_conflict on allocation (company_id, allocation_id) where decision = 'CONFLICT';
