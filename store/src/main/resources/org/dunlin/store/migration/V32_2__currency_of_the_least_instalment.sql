-- The least instalment is an amount of a currency, which the company's may not be for ever; absent
-- where it was said before the currency was kept with it.
alter table arrangement_rule add column currency text;
