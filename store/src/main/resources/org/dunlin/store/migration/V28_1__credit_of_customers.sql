-- Money that a person found to be a customer's without an invoice: the credit of that customer. Like
-- what is no customer's it is set aside from all rules, until it is taken up again.
alter table payment
  add column credit_of uuid,
  add constraint payment_credit_is_set_aside check (credit_of is null or set_aside_by is not null),
  add constraint payment_credit_of_customer foreign key (company_id, credit_of) references customer;
create index payment_credit on payment (company_id, credit_of) where credit_of is not null;

-- What names an invoice that is settled, and comes from its customer: paid twice, or too much of it.
-- Each matching finds it anew.
create table paid_again (
  company_id  text not null,
  payment_id  uuid not null,
  invoice_id  uuid not null,
  primary key (company_id, payment_id),
  foreign key (company_id, payment_id) references payment on delete cascade,
  foreign key (company_id, invoice_id) references invoice
);
create index paid_again_of_invoice on paid_again (company_id, invoice_id);
