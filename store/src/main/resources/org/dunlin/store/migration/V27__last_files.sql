-- The file that came last on each road, which the page of flows shows.
create index delivery_newest_file on delivery (company_id, connection_id, delivery_id desc)
  where stream is null;
