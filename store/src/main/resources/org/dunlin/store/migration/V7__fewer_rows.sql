-- What comes in is two rows: the delivery and its bytes. All else that was written with it lies in
-- the row of the delivery.

-- Each of them took a lock on the one row of its company, and clients who come at once waited for
-- each other to share it. Companies are never deleted, and Inbox.accept asks for the company. Nor is
-- a condition read and compiled anew for each row; the words are those of DeliveryState.
alter table delivery
  drop constraint delivery_company_id_fkey,
  drop constraint delivery_state_check;

-- The data key of its raw content: wrapped by the hub's key that master_key names, or by the key of
-- the only customer whom it concerns; none where the content is plain, of the time before there
-- were keys, or gone. What may_come_again says is that the same bytes are no more a delivery that
-- came before.
alter table delivery
  add column customer_id    uuid,
  add column master_key     text,
  add column wrapped        bytea,
  add column may_come_again boolean not null default false;

update delivery d set customer_id = k.customer_id, master_key = k.master_key, wrapped = k.wrapped
  from delivery_key k where k.company_id = d.company_id and k.delivery_id = d.delivery_id;

update delivery d set may_come_again = true
 where not exists (select 1 from accepted_file a
                    where a.company_id = d.company_id and a.delivery_id = d.delivery_id);

create unique index delivery_same_bytes on delivery (company_id, sha256) where not may_come_again;
create index delivery_of_customer on delivery (company_id, customer_id) where customer_id is not null;

drop table accepted_file;

-- Every index is written when a delivery comes in, when it is claimed and when it ends, but for
-- those whose condition does not hold. One finds what was never tried, what is suspect and what is
-- spent; pages go by the id, which sorts by the time of arrival as the primary key does already;
-- what waits is kept anyhow.
drop index delivery_waiting, delivery_spent, delivery_newest, delivery_stuck, delivery_raw_kept;
create index delivery_waiting on delivery (attempts, intake_sequence)
  where state in ('NEW', 'CLAIMED');
create index delivery_stuck on delivery (company_id, delivery_id desc)
  where state in ('QUARANTINED', 'POISON');
create index delivery_raw_kept on delivery (received_month)
  where raw_gone_at is null and state not in ('NEW', 'CLAIMED');

-- The data key of an embedded document, wrapped by the key of the invoice's customer.
alter table document
  add column customer_id uuid,
  add column wrapped     bytea;

update document d set customer_id = k.customer_id, wrapped = k.wrapped
  from delivery_key k where k.company_id = d.company_id and k.delivery_id = d.document_id;

drop table delivery_key;
