-- A credit note of which something stays open is owed back as money is that no invoice took. What a
-- refund gives back is of a payment that came in or of a credit note, and always of one of the two,
-- so that neither is given back in the other's name.

alter table refund
  alter column payment_id drop not null,
  add column credit_note_id uuid,
  -- whether it takes its amount of the credit note; no more once the source shows it
  add column claims boolean not null default false,
  add foreign key (company_id, credit_note_id) references invoice,
  add constraint refund_of_one check (num_nonnulls(payment_id, credit_note_id) = 1),
  drop constraint refund_company_id_paid_out_payment_id_key;
create unique index refund_once on refund (company_id, paid_out, coalesce(payment_id, credit_note_id));
create index refund_of_credit_note on refund (company_id, credit_note_id) where credit_note_id is not null;

-- What a person lets the company's bank give back of a credit note. It takes its amount of the
-- credit note from then on, and until the money is seen to have left, or somebody says that it does
-- not; of one credit note there is one at a time. Its id is what the bank gets as end-to-end id.
create table refund_order (
  company_id      text        not null references company,
  order_id        uuid        not null,
  credit_note_id  uuid        not null,
  customer_id     uuid        not null,
  amount          numeric     not null check (amount > 0),
  currency        text        not null,
  -- the account that it goes to; absent where none is known, or once the customer is erased
  iban            text,
  state           text        not null check (state in ('OPEN', 'LEFT', 'ENDED')),
  ordered_by      text        not null,
  ordered_on      date        not null,
  ordered_at      timestamptz not null default clock_timestamp(),
  primary key (company_id, order_id),
  foreign key (company_id, credit_note_id) references invoice,
  foreign key (company_id, customer_id) references customer
);
create unique index refund_order_once on refund_order (company_id, credit_note_id) where state = 'OPEN';
create index refund_order_of_credit_note on refund_order (company_id, credit_note_id, order_id);
create index refund_order_of_customer on refund_order (company_id, customer_id);

-- At a provider a credit note is given back of a payment that its invoice keeps: of one payment
-- there may be as many of these as it has room for, of one credit note one that is not refused.
alter table provider_refund
  add column credit_note_id uuid,
  add column claims boolean not null default false,
  add foreign key (company_id, credit_note_id) references invoice;
drop index provider_refund_once;
create unique index provider_refund_once on provider_refund (company_id, payment_id)
  where state <> 'REFUSED' and credit_note_id is null;
create unique index provider_refund_of_note_once on provider_refund (company_id, credit_note_id)
  where claims;
create index provider_refund_of_credit_note on provider_refund (company_id, credit_note_id, refund_id)
  where credit_note_id is not null;

-- What refunds take of credit notes, beside what is allocated of them.
create view credit_note_claim as
select company_id, credit_note_id, 'REFUND' as kind, refund_id as claim_id, amount from refund where claims
union all
select company_id, credit_note_id, 'ORDER', order_id, amount from refund_order where state = 'OPEN'
union all
select company_id, credit_note_id, 'PROVIDER', refund_id, amount from provider_refund where claims;
