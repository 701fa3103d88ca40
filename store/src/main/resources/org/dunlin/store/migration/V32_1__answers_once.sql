-- What names the mail in which an answer came, so that the same mail is noted once, and two that say
-- the same are two.
alter table dialogue_entry add column mail uuid;
create unique index dialogue_mail on dialogue_entry (company_id, mail) where mail is not null;
