-- What people quote leads to what it stands for, whatever it is: each way to look has an index.
-- Texts are indexed by their first 200 characters: a longer one does not fit into an index.
create index customer_of_iban on customer using gin ((record -> 'ibans'));
create index invoice_payment_reference on invoice (company_id, left(plain_number(record ->> 'paymentReference'), 200))
  where plain_number(record ->> 'paymentReference') is not null;
create index invoice_order_reference on invoice (company_id, left(plain_number(record ->> 'orderReference'), 200))
  where plain_number(record ->> 'orderReference') is not null;
create index invoice_of_total on invoice (company_id, total, invoice_id);
create index payment_of_payer_iban on payment (company_id, left(record ->> 'payerIban', 200), payment_id)
  where record ->> 'payerIban' is not null;
create index payment_of_amount on payment (company_id, amount, payment_id);
create index delivery_of_name on delivery (company_id, (left(lower(name), 200) collate "C"), delivery_id);
create index delivery_of_message on delivery_origin (company_id, left(message_id, 200)) where message_id is not null;
create index delivery_bytes_again on delivery (company_id, sha256) where may_come_again;
