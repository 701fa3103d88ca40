-- Roads: servers and mailboxes on which others leave files. Settings and secrets of a road are those
-- of its connection; how it goes is said by its flows.

-- Roads have secrets, too, and lead to no program.
alter table connection_key
  drop constraint connection_key_company_id_connection_id_fkey,
  add foreign key (company_id, connection_id) references connection on delete cascade;
alter table connection_secret
  drop constraint connection_secret_company_id_connection_id_fkey,
  add foreign key (company_id, connection_id) references connection on delete cascade;

-- What was taken and may still be there: where it is kept, or could not be moved away. The mark is a
-- digest of where it lies, its size and its time, so that no name is kept here.
create table road_file (
  company_id     text        not null,
  connection_id  text        not null,
  mark           bytea       not null,
  taken_at       timestamptz not null default clock_timestamp(),
  primary key (company_id, connection_id, mark),
  foreign key (company_id, connection_id) references connection on delete cascade
);

-- What a delivery came in: the mail, by its Message-ID, or the archive.
create table delivery_origin (
  company_id     text        not null,
  delivery_id    uuid        not null,
  message_id     text,
  archive_id     uuid,
  primary key (company_id, delivery_id),
  foreign key (company_id, delivery_id) references delivery on delete cascade
);
create index delivery_of_archive on delivery_origin (company_id, archive_id)
  where archive_id is not null;
