-- The day on which dunning has to look at an invoice again, so that a day costs what happens on it
-- and not the ledger. Derived: without a row an invoice is looked at in each run, so all of it may
-- be deleted at any time.
create table next_look (
  company_id  text not null,
  invoice_id  uuid not null,
  -- 'infinity': not again while the facts are as they are
  look_on     date not null,
  primary key (company_id, invoice_id)
);
create index next_look_later on next_look (company_id, look_on, invoice_id);

-- What the days rest on beside the facts of the invoice and its customer: the plans, the company's
-- terms, the rules of this hub. Where that is another, all is looked at.
create table next_look_basis (
  company_id  text not null primary key references company,
  basis       text not null,
  looked_on   date not null
);

-- What changed since the last run. A run takes the notes that it can see, and with them the facts;
-- what is noted meanwhile is the next run's.
create table look_again (
  company_id  text not null,
  note_id     bigint generated always as identity,
  about       text not null check (about in ('INVOICE', 'CUSTOMER')),
  subject_id  uuid not null,
  primary key (company_id, note_id)
);

create function look_at_invoice() returns trigger language plpgsql as $$
begin
  insert into look_again (company_id, about, subject_id)
  values (coalesce(new.company_id, old.company_id), 'INVOICE', coalesce(new.invoice_id, old.invoice_id));
  return null;
end $$;

create trigger invoice_looked_at_again after update on invoice for each row
  when ((old.status = 'OPEN' and old.claimed < old.outstanding or new.status = 'OPEN' and new.claimed < new.outstanding)
        and (old.customer_id, old.kind, old.issue_date, old.due_date, old.currency, old.total,
             old.outstanding - old.claimed, old.status, old.record -> 'instalments', old.record -> 'plan')
            is distinct from
            (new.customer_id, new.kind, new.issue_date, new.due_date, new.currency, new.total,
             new.outstanding - new.claimed, new.status, new.record -> 'instalments', new.record -> 'plan'))
  execute function look_at_invoice();
create trigger invoice_gone_looked_at after delete on invoice for each row execute function look_at_invoice();

-- What another source knows of an invoice, and of its customer.
create function look_at_source() returns trigger language plpgsql as $$
begin
  insert into look_again (company_id, about, subject_id)
  values (coalesce(new.company_id, old.company_id), 'INVOICE', coalesce(new.invoice_id, old.invoice_id)),
         (coalesce(new.company_id, old.company_id), 'CUSTOMER', coalesce(new.customer_id, old.customer_id));
  return null;
end $$;
create trigger source_looked_at after insert or delete on invoice_source for each row execute function look_at_source();
create trigger source_looked_at_again after update on invoice_source for each row
  when ((old.customer_id, old.invoice_id, old.record - 'source')
        is distinct from (new.customer_id, new.invoice_id, new.record - 'source'))
  execute function look_at_source();

create function look_at_customer() returns trigger language plpgsql as $$
begin
  insert into look_again (company_id, about, subject_id) values (new.company_id, 'CUSTOMER', new.customer_id);
  return null;
end $$;
create trigger customer_looked_at_again after update on customer for each row
  when (old.record - 'source' is distinct from new.record - 'source')
  execute function look_at_customer();

create function look_at_link() returns trigger language plpgsql as $$
begin
  insert into look_again (company_id, about, subject_id)
  select company_id, 'CUSTOMER', unnest(array[customer_id, leader_id])
    from (select (coalesce(new, old)).*) link;
  return null;
end $$;
create trigger link_looked_at after insert or update or delete on customer_link
  for each row execute function look_at_link();

-- What was done of an instalment, and what became of it.
create trigger item_looked_at after insert or update or delete on action_item for each row execute function look_at_invoice();
create function look_at_action() returns trigger language plpgsql as $$
begin
  insert into look_again (company_id, about, subject_id)
  select company_id, 'INVOICE', invoice_id from action_item
   where company_id = new.company_id and action_id = new.action_id;
  return null;
end $$;
create trigger action_looked_at_again after update on action for each row
  when (old.state is distinct from new.state or old.on_date is distinct from new.on_date
        or old.customer_id is distinct from new.customer_id)
  execute function look_at_action();
