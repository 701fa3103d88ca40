-- Whether statements of accounts of other companies in this delivery may be handed over to them:
-- not where it was brought by a program that acts for one company alone.
alter table delivery add column may_hand_over boolean not null default true;
