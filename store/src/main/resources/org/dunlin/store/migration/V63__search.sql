-- What people quote leads to what it stands for, whatever it is: each way to look has an index.
create index customer_of_iban on customer using gin ((record -> 'ibans'));
create index invoice_payment_reference on invoice (company_id, plain_number(record ->> 'paymentReference'))
  where plain_number(record ->> 'paymentReference') is not null;
create index invoice_order_reference on invoice (company_id, plain_number(record ->> 'orderReference'))
  where plain_number(record ->> 'orderReference') is not null;
create index invoice_of_total on invoice (company_id, total, invoice_id);
create index payment_of_payer_iban on payment (company_id, (record ->> 'payerIban'), payment_id)
  where record ->> 'payerIban' is not null;
create index payment_of_amount on payment (company_id, amount, payment_id);
create index delivery_of_name on delivery (company_id, (lower(name) collate "C"), delivery_id);
create index delivery_of_message on delivery_origin (company_id, message_id) where message_id is not null;
create index delivery_bytes_again on delivery (company_id, sha256) where may_come_again;
