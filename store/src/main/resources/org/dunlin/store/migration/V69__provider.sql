-- Who comes from a provider of identities (OpenID Connect), by the digest of issuer and subject once
-- they have come; and who may sign in by a password where nobody else may.
alter table hub_user
  add column identity  bytea    unique,
  add column local     boolean  not null default false;
