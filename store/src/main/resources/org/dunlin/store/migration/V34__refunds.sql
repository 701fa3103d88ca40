-- Money that left and gives a customer's credit back. What stands is counted as returned on both
-- sides, by a conditional update, so that two can never take the same cent. What is only suggested
-- each matching finds anew; what a person refused or undid (REFUSED) no rule joins again.
create table refund (
  company_id     text        not null,
  refund_id      uuid        not null,
  -- the money that left, and that which had come in
  paid_out       uuid        not null,
  payment_id     uuid        not null,
  customer_id    uuid        not null,
  amount         numeric     not null check (amount > 0),
  currency       text        not null,
  decision       text        not null
                 check (decision in ('AUTOMATIC', 'SUGGESTED', 'CONFIRMED', 'MANUAL', 'REFUSED')),
  reasons        text[]      not null,
  decided_at     timestamptz not null,
  decided_by     text        not null,
  business_date  date        not null,
  primary key (company_id, refund_id),
  unique (company_id, paid_out, payment_id),
  foreign key (company_id, paid_out) references payment on delete cascade,
  foreign key (company_id, payment_id) references payment on delete cascade,
  foreign key (company_id, customer_id) references customer
);
create index refund_of_payment on refund (company_id, payment_id);
create index refund_of_customer on refund (company_id, customer_id);
