-- Whether messages of a day say anything of claims is asked on each day.
create index stated_claim_of_day on stated_claim (company_id, on_date);
