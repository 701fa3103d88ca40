-- What was found when a message of an action was to leave, kept with it as proof: the last time
-- that the gate was asked, which is what let it go or withdrew it.
create table gate_asking (
  company_id   text        not null references company,
  effect_id    uuid        not null,
  action_id    text        not null,
  customer_id  uuid        not null,
  asked_at     timestamptz not null default clock_timestamp(),
  answer       text        not null check (answer in ('GO', 'WAIT', 'NEVER')),
  findings     jsonb       not null,
  primary key (company_id, effect_id),
  foreign key (company_id, customer_id) references customer
);
create index gate_asking_of_action on gate_asking (company_id, action_id);
create index gate_asking_of_customer on gate_asking (company_id, customer_id);
