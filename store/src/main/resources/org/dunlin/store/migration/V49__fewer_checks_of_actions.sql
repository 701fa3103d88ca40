-- A full computation over a large company writes very many held actions, and each check and index is
-- paid for with each of them. Of both one says what another says as well: an action names a customer
-- of the same company, who is of a company; and whoever reads the held ones reads them by
-- action_held_newest.
alter table action drop constraint action_company_id_fkey;
drop index action_held;
