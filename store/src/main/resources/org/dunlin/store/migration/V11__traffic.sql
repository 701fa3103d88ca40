-- What the pages of the traffic ask for, so that none of them takes longer as the books grow.

-- What a delivery brought.
create index journal_of_delivery on journal (company_id, delivery_id, journal_id) where delivery_id is not null;
create index payment_of_delivery on payment (company_id, delivery_id, payment_id);

-- The journal by what it is about and by what happened. What happens to every invoice is found soon
-- by going back from the newest row and needs no index; the rest has one, which is small.
create index journal_of_seldom_kind on journal (company_id, subject_kind, journal_id)
  where subject_kind not in ('invoice', 'customer', 'action');
create index journal_of_seldom_event on journal (company_id, event, journal_id)
  where event not in ('INVOICE_ADDED', 'INVOICE_CHANGED', 'CUSTOMER_ADDED', 'CUSTOMER_CHANGED',
                      'ALLOCATED', 'REMINDER_DECIDED', 'REMINDER_SENT');

-- Messages among the many status files.
create index effect_message_newest on effect (company_id, sequence desc) where kind = 'EMAIL';
create index effect_message_in_state on effect (company_id, state, sequence desc) where kind = 'EMAIL';

-- Held reminders in their order.
create index action_held_newest on action (company_id, on_date desc, action_id) where state = 'HELD';
