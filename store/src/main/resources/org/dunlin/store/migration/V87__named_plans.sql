-- Who names a plan is few, or is found by the plan; pages ask for it often.
create index customer_naming_plan on customer (company_id, (record ->> 'plan'), customer_id)
  where record ->> 'plan' is not null;
create index invoice_naming_plan on invoice (company_id, (record ->> 'plan'), customer_id)
  where status = 'OPEN' and record ->> 'plan' is not null;

-- Where no reminder has gone for long, the last one is not looked for in all that happened since.
create index journal_of_reminders on journal (company_id, event, journal_id)
  where event in ('ALLOCATED', 'REMINDER_DECIDED', 'REMINDER_SENT');
