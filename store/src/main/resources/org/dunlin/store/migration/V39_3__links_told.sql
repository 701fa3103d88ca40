-- The payment link that a program is told, under the address that it had then.
alter table write_back add column link_id uuid;
alter table write_back add column link_generation int;
create index write_back_of_link on write_back (company_id, link_id) where link_id is not null;
