alter table connection_stream
  -- why the cursor does not follow the newest object: that one says it changed in the future
  add column ahead text,
  -- the program asked not to be asked before, and people keep to that, too
  add column not_before timestamptz;

-- What failed before holds nothing back any more, in any process: a person asked.
alter table program_connection add column forgiven_at timestamptz;
