-- Why a stream's cursor does not follow the newest object: that one says it changed in the future.
alter table connection_stream add column ahead text;
