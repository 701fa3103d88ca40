-- In which encoding the text of a delivery was found to be, as people call it; null where its format
-- declares it, and before it was read.
alter table delivery add column encoding text;
