-- What a person has seen to before a company goes a step further, and says so by name.
create table roll_out_tick (
  company_id  text         not null references company,
  point       text         not null,
  ticked_by   text         not null,
  ticked_on   date         not null,
  ticked_at   timestamptz  not null default now(),
  primary key (company_id, point)
);
