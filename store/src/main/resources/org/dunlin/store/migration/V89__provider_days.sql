-- What moved on accounts at payment providers, by the day of booking. As of sales_month: changes are only added, and
-- every 64th or so puts them together; what holds is the sum of both tables.
create table provider_day (
  company_id    text    not null,
  -- the program, as in the scheme of the account
  provider      text    not null,
  number        text    not null,
  currency      text    not null,
  booking_date  date    not null,
  payments      bigint  not null,
  came_in       numeric not null,
  fees          numeric not null,
  returned      numeric not null,
  paid_out      numeric not null,
  -- all that moved: what is there at the end of the day more than on the day before
  left_there    numeric not null,
  -- what of the fees of the day an accounting program has booked
  booked        numeric not null,
  -- payouts of which a bank's entry is known, on the day from which on both are there
  arrived       numeric not null,
  primary key (company_id, provider, number, currency, booking_date)
);
create table provider_day_change (
  company_id    text    not null,
  change_id     bigint  generated always as identity,
  provider      text    not null,
  number        text    not null,
  currency      text    not null,
  booking_date  date    not null,
  payments      bigint  not null,
  came_in       numeric not null,
  fees          numeric not null,
  returned      numeric not null,
  paid_out      numeric not null,
  left_there    numeric not null,
  booked        numeric not null,
  arrived       numeric not null,
  primary key (company_id, change_id)
);

create function sums_at_provider(kind text, direction text, amount numeric)
returns table (came_in numeric, fees numeric, returned numeric, paid_out numeric, left_there numeric)
language sql immutable as $$
  select case when $2 = 'IN' and $1 not in ('FEE', 'PAYOUT') then $3 else 0 end,
         case when $1 = 'FEE' then -moved else 0 end,
         case when $2 = 'OUT' and $1 = 'RETURN' then $3 else 0 end,
         case when $1 = 'PAYOUT' then -moved else 0 end,
         moved
    from (select case when $2 = 'IN' then $3 else -$3 end as moved) m
$$;

-- What a payout adds once its entry at a bank is known.
create function arrival_at_bank(payout payment, entry payment) returns setof provider_day language sql stable as $$
  select payout.company_id, payout.record ->> 'accountScheme', coalesce(payout.record ->> 'accountNumber', ''),
         payout.currency, greatest(payout.booking_date, entry.booking_date), 0, 0, 0, 0, 0, 0, 0, m.paid_out
    from sums_at_provider(payout.kind, payout.direction, payout.amount) m
   where payout.record ->> 'accountScheme' is not null and m.paid_out <> 0
$$;

-- All that hangs on a payment: its own day, and what arrived where it is the one end or the other.
create function provider_days_of(p payment) returns setof provider_day language sql stable as $$
  select p.company_id, p.record ->> 'accountScheme', coalesce(p.record ->> 'accountNumber', ''), p.currency,
         p.booking_date, 1, m.*,
         case when p.kind = 'FEE' and exists (
                select from fee_booking b
                  join effect e on e.company_id = b.company_id and e.effect_id = b.effect_id
                 where b.company_id = p.company_id and b.payment_id = p.payment_id and e.state = 'SENT')
              then m.fees else 0 end,
         0
    from sums_at_provider(p.kind, p.direction, p.amount) m
   where p.record ->> 'accountScheme' is not null
  union all
  select a.* from payout_entry x
    join payment e on e.company_id = x.company_id and e.payment_id = x.entry_id, arrival_at_bank(p, e) a
   where x.company_id = p.company_id and x.payout_id = p.payment_id
  union all
  select a.* from payout_entry x
    join payment o on o.company_id = x.company_id and o.payment_id = x.payout_id, arrival_at_bank(o, p) a
   where x.company_id = p.company_id and x.entry_id = p.payment_id
$$;

-- Of new payments nothing is booked and nothing has arrived yet.
create function keep_provider_days_of_new() returns trigger language plpgsql as $$
begin
  insert into provider_day_change (company_id, provider, number, currency, booking_date, payments, came_in, fees,
                                   returned, paid_out, left_there, booked, arrived)
  select company_id, record ->> 'accountScheme', coalesce(record ->> 'accountNumber', ''), currency, booking_date,
         count(*), sum(m.came_in), sum(m.fees), sum(m.returned), sum(m.paid_out), sum(m.left_there), 0, 0
    from added, sums_at_provider(kind, direction, amount) m
   where record ->> 'accountScheme' is not null
   group by 1, 2, 3, 4, 5;
  return null;
end $$;
create trigger provider_days_of_new after insert on payment referencing new table as added
  for each statement execute function keep_provider_days_of_new();

-- Most updates are of what was claimed: those do not come here at all. Before each row, so that of two that are the
-- ends of one payout each sees the other as it is by then. What joins the two is held, so that nobody changes the other
-- end meanwhile, and so is what books a fee, so that it is not sent.
create function keep_provider_days_of_changed() returns trigger language plpgsql as $$
begin
  perform from payout_entry
    where company_id = old.company_id and (payout_id = old.payment_id or entry_id = old.payment_id)
    order by entry_id for no key update;
  if old.kind = 'FEE' then
    perform from fee_booking b
      join effect e on e.company_id = b.company_id and e.effect_id = b.effect_id
     where b.company_id = old.company_id and b.payment_id = old.payment_id for share of e;
  end if;
  insert into provider_day_change (company_id, provider, number, currency, booking_date, payments, came_in, fees,
                                   returned, paid_out, left_there, booked, arrived)
  select company_id, provider, number, currency, booking_date, sum(sign * payments), sum(sign * came_in),
         sum(sign * fees), sum(sign * returned), sum(sign * paid_out), sum(sign * left_there), sum(sign * booked),
         sum(sign * arrived)
    from (select -1 as sign, was.* from provider_days_of(old) was
          union all
          select 1, is_now.* from provider_days_of(new) is_now) both_sides
   group by 1, 2, 3, 4, 5;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create trigger provider_days_of_changed before update on payment for each row
  when ((old.kind, old.direction, old.booking_date, old.currency, old.amount, old.record ->> 'accountScheme',
         old.record ->> 'accountNumber')
        is distinct from
        (new.kind, new.direction, new.booking_date, new.currency, new.amount, new.record ->> 'accountScheme',
         new.record ->> 'accountNumber'))
  execute function keep_provider_days_of_changed();
create trigger provider_days_of_gone before delete on payment for each row
  execute function keep_provider_days_of_changed();

-- Both ends are held, so that neither changes meanwhile. Of one that is gone nothing is counted any more.
create function keep_provider_days_of_arrivals() returns trigger language plpgsql as $$
begin
  perform from payment
    where company_id = coalesce(new.company_id, old.company_id)
      and payment_id in (old.entry_id, old.payout_id, new.entry_id, new.payout_id)
    order by payment_id for share;
  insert into provider_day_change (company_id, provider, number, currency, booking_date, payments, came_in, fees,
                                   returned, paid_out, left_there, booked, arrived)
  select a.company_id, a.provider, a.number, a.currency, a.booking_date, 0, 0, 0, 0, 0, 0, 0, sum(sign * a.arrived)
    from (values (-1, old.company_id, old.payout_id, old.entry_id),
                 (1, new.company_id, new.payout_id, new.entry_id))
         v (sign, company_id, payout_id, entry_id)
    join payment o on o.company_id = v.company_id and o.payment_id = v.payout_id
    join payment e on e.company_id = v.company_id and e.payment_id = v.entry_id, arrival_at_bank(o, e) a
   group by 1, 2, 3, 4, 5 having sum(sign * a.arrived) <> 0;
  return null;
end $$;
create trigger provider_days_kept after insert or update or delete on payout_entry for each row
  execute function keep_provider_days_of_arrivals();

-- What books a fee is held, so that it is not sent meanwhile; it hardly ever was before.
create function keep_provider_days_of_bookings() returns trigger language plpgsql as $$
begin
  perform from effect
    where company_id = coalesce(new.company_id, old.company_id) and effect_id in (old.effect_id, new.effect_id)
    order by effect_id for share;
  insert into provider_day_change (company_id, provider, number, currency, booking_date, payments, came_in, fees,
                                   returned, paid_out, left_there, booked, arrived)
  select p.company_id, p.record ->> 'accountScheme', coalesce(p.record ->> 'accountNumber', ''), p.currency,
         p.booking_date, 0, 0, 0, 0, 0, 0, sign * m.fees, 0
    from (values (-1, old.company_id, old.payment_id, old.effect_id),
                 (1, new.company_id, new.payment_id, new.effect_id))
         v (sign, company_id, payment_id, effect_id)
    join effect e on e.company_id = v.company_id and e.effect_id = v.effect_id and e.state = 'SENT'
    join payment p on p.company_id = v.company_id and p.payment_id = v.payment_id,
         sums_at_provider(p.kind, p.direction, p.amount) m
   where p.record ->> 'accountScheme' is not null and m.fees <> 0
     for share of p;
  return null;
end $$;
create trigger provider_days_kept after insert or update or delete on fee_booking for each row
  execute function keep_provider_days_of_bookings();

create function keep_provider_days_of_sent() returns trigger language plpgsql as $$
begin
  insert into provider_day_change (company_id, provider, number, currency, booking_date, payments, came_in, fees,
                                   returned, paid_out, left_there, booked, arrived)
  select p.company_id, p.record ->> 'accountScheme', coalesce(p.record ->> 'accountNumber', ''), p.currency,
         p.booking_date, 0, 0, 0, 0, 0, 0, sum(case new.state when 'SENT' then m.fees else -m.fees end), 0
    from fee_booking b
    join payment p on p.company_id = b.company_id and p.payment_id = b.payment_id,
         sums_at_provider(p.kind, p.direction, p.amount) m
   where b.company_id = coalesce(new.company_id, old.company_id)
     and b.effect_id = coalesce(new.effect_id, old.effect_id)
     and p.record ->> 'accountScheme' is not null and m.fees <> 0
   group by 1, 2, 3, 4, 5;
  return null;
end $$;
create trigger provider_days_of_sent after update on effect for each row
  when (new.kind = 'WRITE_BACK' and (old.state = 'SENT') <> (new.state = 'SENT'))
  execute function keep_provider_days_of_sent();
create trigger provider_days_of_gone after delete on effect for each row
  when (old.kind = 'WRITE_BACK' and old.state = 'SENT')
  execute function keep_provider_days_of_sent();

create function compact_provider_days() returns trigger language plpgsql as $$
begin
  if pg_try_advisory_xact_lock(hashtextextended('changes of provider days of ' || new.company_id, 0)) then
    with gone as (delete from provider_day_change where company_id = new.company_id returning *)
    insert into provider_day as kept
    select company_id, provider, number, currency, booking_date, sum(payments), sum(came_in), sum(fees), sum(returned),
           sum(paid_out), sum(left_there), sum(booked), sum(arrived)
      from gone group by 1, 2, 3, 4, 5
    on conflict (company_id, provider, number, currency, booking_date) do update
       set payments = kept.payments + excluded.payments, came_in = kept.came_in + excluded.came_in,
           fees = kept.fees + excluded.fees, returned = kept.returned + excluded.returned,
           paid_out = kept.paid_out + excluded.paid_out, left_there = kept.left_there + excluded.left_there,
           booked = kept.booked + excluded.booked, arrived = kept.arrived + excluded.arrived;
    delete from provider_day
     where company_id = new.company_id and payments = 0 and came_in = 0 and fees = 0 and returned = 0 and paid_out = 0
       and left_there = 0 and booked = 0 and arrived = 0;
  end if;
  return null;
end $$;
create constraint trigger provider_days_compacted after insert on provider_day_change
  deferrable initially deferred for each row when (new.change_id % 64 = 0)
  execute function compact_provider_days();

create view provider_day_now as
select company_id, provider, number, currency, booking_date, sum(payments) as payments, sum(came_in) as came_in,
       sum(fees) as fees, sum(returned) as returned, sum(paid_out) as paid_out, sum(left_there) as left_there,
       sum(booked) as booked, sum(arrived) as arrived
  from (select p.company_id, p.record ->> 'accountScheme' as provider,
               coalesce(p.record ->> 'accountNumber', '') as number, p.currency, p.booking_date, 1 as payments, m.*,
               case when e.state = 'SENT' then m.fees else 0 end as booked, 0 as arrived
          from payment p
          left join fee_booking b on b.company_id = p.company_id and b.payment_id = p.payment_id
          left join effect e on e.company_id = b.company_id and e.effect_id = b.effect_id,
               sums_at_provider(p.kind, p.direction, p.amount) m
         where p.record ->> 'accountScheme' is not null
        union all
        select a.* from payout_entry x
          join payment o on o.company_id = x.company_id and o.payment_id = x.payout_id
          join payment e on e.company_id = x.company_id and e.payment_id = x.entry_id, arrival_at_bank(o, e) a) parts
 group by company_id, provider, number, currency, booking_date;

create view provider_day_kept as
select company_id, provider, number, currency, booking_date, sum(payments) as payments, sum(came_in) as came_in,
       sum(fees) as fees, sum(returned) as returned, sum(paid_out) as paid_out, sum(left_there) as left_there,
       sum(booked) as booked, sum(arrived) as arrived
  from (select company_id, provider, number, currency, booking_date, payments, came_in, fees, returned, paid_out,
               left_there, booked, arrived
          from provider_day
        union all
        select company_id, provider, number, currency, booking_date, payments, came_in, fees, returned, paid_out,
               left_there, booked, arrived
          from provider_day_change) both_tables
 group by company_id, provider, number, currency, booking_date
having sum(payments) <> 0 or sum(came_in) <> 0 or sum(fees) <> 0 or sum(returned) <> 0 or sum(paid_out) <> 0
    or sum(left_there) <> 0 or sum(booked) <> 0 or sum(arrived) <> 0;

-- In one statement, so that it sees both sides at one moment.
create function recount_provider_days(company text) returns void language sql as $$
  insert into provider_day_change (company_id, provider, number, currency, booking_date, payments, came_in, fees,
                                   returned, paid_out, left_there, booked, arrived)
  select company, provider, number, currency, booking_date, sum(sign * payments), sum(sign * came_in),
         sum(sign * fees), sum(sign * returned), sum(sign * paid_out), sum(sign * left_there), sum(sign * booked),
         sum(sign * arrived)
    from (select 1 as sign, n.* from provider_day_now n where company_id = company
          union all
          select -1, k.* from provider_day_kept k where company_id = company) both_sides
   group by provider, number, currency, booking_date
  having sum(sign * payments) <> 0 or sum(sign * came_in) <> 0 or sum(sign * fees) <> 0 or sum(sign * returned) <> 0
      or sum(sign * paid_out) <> 0 or sum(sign * left_there) <> 0 or sum(sign * booked) <> 0
      or sum(sign * arrived) <> 0
$$;

select recount_provider_days(company_id) from company;

-- What the page asks for beside: entries that wait for their payouts, and money that went back of an unknown payment.
create index payout_entry_waiting on payout_entry (company_id, entry_id)
  where payout_id is null and found_by <> 'REFUSED';
create index payment_return_unknown on payment (company_id, booking_date)
  where kind = 'RETURN' and direction = 'OUT' and claimed + returned < amount;
