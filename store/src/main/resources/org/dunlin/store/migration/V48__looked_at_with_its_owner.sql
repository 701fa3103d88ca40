-- What another source knows of a customer it knows by an invoice. Where the source is gone, or has
-- become another invoice's, and where the invoice has become another customer's, whom it was known
-- by is looked at again, too.
create or replace function look_at_source() returns trigger language plpgsql as $$
begin
  insert into look_again (company_id, about, subject_id)
  values (coalesce(new.company_id, old.company_id), 'INVOICE', coalesce(new.invoice_id, old.invoice_id)),
         (coalesce(new.company_id, old.company_id), 'CUSTOMER', coalesce(new.customer_id, old.customer_id));
  if tg_op <> 'INSERT' then
    insert into look_again (company_id, about, subject_id)
    select company_id, 'CUSTOMER', customer_id from invoice
     where company_id = old.company_id and invoice_id = old.invoice_id;
  end if;
  return null;
end $$;

create function look_at_owners() returns trigger language plpgsql as $$
begin
  insert into look_again (company_id, about, subject_id)
  values (old.company_id, 'CUSTOMER', old.customer_id), (new.company_id, 'CUSTOMER', new.customer_id);
  return null;
end $$;
create trigger invoice_of_another_looked_at after update on invoice for each row
  when (old.customer_id <> new.customer_id)
  execute function look_at_owners();
