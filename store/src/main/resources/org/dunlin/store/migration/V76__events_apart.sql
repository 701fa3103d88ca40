-- What programs are told waits apart from all else: neither is looked through for the other.
alter table effect validate constraint effect_kind_check;
create index effect_claim on effect (not_before, sequence)
  where state in ('PENDING', 'CLAIMED') and kind <> 'EVENT';
create index effect_event_claim on effect (not_before, sequence)
  where state in ('PENDING', 'CLAIMED') and kind = 'EVENT';
-- what waits for one program: the key by which its events leave begins with the word and its id
create index effect_event_waiting on effect (company_id, left(ordering_key, 42))
  where state in ('PENDING', 'CLAIMED') and kind = 'EVENT';
create index effect_event_ended on effect (finished_at)
  where finished_at is not null and kind = 'EVENT';
