-- How much was read in each hour by each connection, by stream; files have the empty one. Kept for
-- ninety days, and written a few seconds after it happened: what is counted meets at few rows.
create table flow_hour (
  company_id     text        not null,
  hour           timestamptz not null,
  connection_id  text        not null,
  stream         text        not null,
  deliveries     bigint      not null,
  records        bigint      not null,
  failures       bigint      not null,
  primary key (company_id, hour, connection_id, stream)
);
