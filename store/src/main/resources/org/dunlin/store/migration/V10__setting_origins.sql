-- Who said what of a company: its settings file, or a person. A setting without a row has its
-- default. The settings are the fields of the profile by their names in JSON, and connection/<id>.

create table setting_origin (
  company_id  text        not null references company,
  setting     text        not null,
  origin      text        not null check (origin in ('FILE', 'FORMER_FILE', 'CONSOLE', 'API')),
  -- FILE: where it stands, such as dunlin.yaml, line 7; FORMER_FILE: where it stood
  place       text,
  -- FILE: what the file says of a setting that people may change all the same
  said        text,
  set_by      text        not null,
  set_at      timestamptz not null,
  primary key (company_id, setting)
);
