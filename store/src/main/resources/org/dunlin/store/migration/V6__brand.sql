-- How a company looks in its messages. A logo is kept for as long as a message may name it.

create table company_logo (
  company_id  text  not null references company,
  -- the SHA-256 of the content, in hexadecimal digits
  logo_id     text  not null,
  media_type  text  not null check (media_type in ('image/png', 'image/jpeg')),
  content     bytea not null check (length(content) <= 204800),
  primary key (company_id, logo_id)
);

create table company_brand (
  company_id  text primary key references company,
  color       text check (color ~ '^#[0-9a-f]{6}$'),
  logo_id     text,
  foreign key (company_id, logo_id) references company_logo
);
