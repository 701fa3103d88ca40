-- The dunning plans of a company as people wrote them, in YAML; each saving is a version, and none
-- is ever changed.
create table plan_version (
  company_id  text        not null references company,
  plan_id     text        not null,
  version     int         not null check (version > 0),
  yaml        text        not null,
  made_by     text        not null,
  made_on     date        not null,
  made_at     timestamptz not null default clock_timestamp(),
  primary key (company_id, plan_id, version)
);

-- Which plans a company is dunned by, in which order they are asked whom they are for. A company
-- without any is dunned by the standard plan.
create table plan_in_force (
  company_id  text    not null,
  plan_id     text    not null,
  version     int     not null,
  place       int     not null,
  -- decides and sends nothing: switched on by group of customers
  shadow      boolean not null default false,
  primary key (company_id, plan_id),
  foreign key (company_id, plan_id, version) references plan_version
);

-- Since when a plan is in force.
create index action_of_plan on action (company_id, (record ->> 'plan'), on_date)
  where state not in ('HELD', 'CANCELLED');
