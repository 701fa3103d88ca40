-- Messages go by post, by phone networks and to agencies, too; each is an effect of the outbox.

alter table effect
  drop constraint effect_kind_check,
  add constraint effect_kind_check check (kind in ('EMAIL', 'STATUS_FILE', 'WRITE_BACK', 'OUTGOING_FILE', 'LETTER', 'TEXT', 'HANDOVER'));

-- Messages among the many status files, whatever way they take.
drop index effect_message_newest;
drop index effect_message_in_state;
create index effect_message_newest on effect (company_id, sequence desc)
  where kind in ('EMAIL', 'LETTER', 'TEXT', 'HANDOVER');
create index effect_message_in_state on effect (company_id, state, sequence desc)
  where kind in ('EMAIL', 'LETTER', 'TEXT', 'HANDOVER');
