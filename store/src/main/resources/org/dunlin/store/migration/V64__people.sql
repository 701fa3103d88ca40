-- Who may do what: a role in all companies (hub_user.role, null for none), and roles in single ones.
alter table hub_user alter column password_hash drop not null;
alter table hub_user alter column role drop not null;
alter table hub_user
  add column switched_off  boolean     not null default false,
  -- changes with the password, the roles and whatever else ends sessions
  add column version       bigint      not null default 1,
  add column signed_in_at  timestamptz,
  add constraint hub_user_role_known check (role in ('ADMIN', 'CONTROLLER', 'SUPPORTER', 'VIEWER'));

create table company_role (
  company_id  text  not null references company,
  name        text  not null references hub_user,
  role        text  not null check (role in ('ADMIN', 'CONTROLLER', 'SUPPORTER', 'VIEWER')),
  primary key (company_id, name)
);
create index company_role_of on company_role (name);

-- The way to a first or a forgotten password; one a person, kept by its digest alone.
create table hub_invitation (
  name        text         primary key references hub_user,
  sha256      bytea        not null unique,
  expires_at  timestamptz  not null
);

-- What failed of a name or from an address, for all processes of the hub and after a restart.
create table hub_login_failure (
  about     text         primary key,
  failures  integer      not null,
  last_at   timestamptz  not null
);

-- The journal of what belongs to no company.
create table hub_event (
  event_id  uuid         primary key,
  at        timestamptz  not null default now(),
  actor     text         not null,
  event     text         not null,
  about     text         not null,
  detail    text         not null
);
create index hub_event_about on hub_event (about, event_id);
