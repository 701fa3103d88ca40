-- The stage of a customer leaves out cases that ended.
create index hand_over_of_action on hand_over (company_id, action_id) where ended is not null;
