-- A company's own words in place of a template that comes with the hub, with all that stood before;
-- null: from this version on the hub's words count again.
create table message_wording (
  company_id  text        not null references company,
  template    text        not null,
  language    text        not null,
  version     int         not null check (version > 0),
  words       text,
  said_by     text        not null,
  said_at     timestamptz not null,
  primary key (company_id, template, language, version)
);
