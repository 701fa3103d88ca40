-- Which credit notes a person left to their customers, who deduct them by themselves: no rule applies
-- one, and nobody is asked about it, until it is taken up again.
create table credit_note_left (
  company_id      text        not null references company,
  credit_note_id  uuid        not null,
  left_by         text        not null,
  left_at         timestamptz not null default now(),
  primary key (company_id, credit_note_id),
  foreign key (company_id, credit_note_id) references invoice
);
