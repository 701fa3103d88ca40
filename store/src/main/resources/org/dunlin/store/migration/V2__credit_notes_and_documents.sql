-- An amount is applied of a payment or of a credit note, and always of one of the two.

alter table allocation
  alter column payment_id drop not null,
  add column credit_note_id uuid,
  add foreign key (company_id, credit_note_id) references invoice,
  add constraint allocation_of_one check (num_nonnulls(payment_id, credit_note_id) = 1);
create index allocation_of_credit_note on allocation (company_id, credit_note_id)
  where credit_note_id is not null;

comment on column refusal.payment_id is 'the id of a payment, or of a credit note';

-- A problem that ends by itself once an invoice of this number comes for this customer.

alter table problem
  add column awaited_customer_id uuid,
  add column awaited_number text;
create index problem_awaiting on problem (company_id, awaited_customer_id, awaited_number)
  where awaited_number is not null;

-- Who said that the documents of a delivery take the place of others with their numbers.
alter table delivery add column replacing_by text;

-- What invoices bring along: an embedded document in chunks, or a link that is never loaded.

create table document (
  company_id   text   not null references company,
  document_id  uuid   not null,
  invoice_id   uuid   not null,
  delivery_id  uuid   not null,
  ordinal      int    not null,
  name         text   not null,
  media_type   text,
  description  text,
  bytes        bigint,
  sha256       bytea,
  uri          text,
  primary key (company_id, document_id),
  foreign key (company_id, invoice_id) references invoice,
  constraint document_is_one check ((uri is null) = (bytes is not null) and (bytes is null) = (sha256 is null))
);
create index document_of_invoice on document (company_id, invoice_id, ordinal);
create index document_of_delivery on document (company_id, delivery_id);

create table document_chunk (
  company_id   text  not null,
  document_id  uuid  not null,
  part         int   not null,
  content      bytea not null,
  primary key (company_id, document_id, part)
);
