-- What the columns of files mean, as somebody said it on a page: a company's files with the same
-- names in their first row are read by it, by whatever road they come.
create table file_mapping (
  company_id     text         not null references company,
  header_sha256  bytea        not null,
  kind           text         not null check (kind in ('invoices', 'customers', 'statement')),
  columns        text         not null,
  -- as it was said on the page, and the description that it makes
  answers        jsonb        not null,
  description    text         not null,
  changed_at     timestamptz  not null default now(),
  changed_by     text         not null,
  primary key (company_id, header_sha256)
);
