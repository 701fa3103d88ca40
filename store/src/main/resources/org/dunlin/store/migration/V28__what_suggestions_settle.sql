-- What a suggestion would settle beside its amount without money, such as a discount: shown with it
-- and recorded as an adjustment once a person confirms it.
alter table allocation
  add column rest numeric check (rest > 0),
  add column rest_reason text
    check (rest_reason in ('DISCOUNT', 'BANK_CHARGE', 'PROVIDER_FEE', 'ROUNDING', 'BAD_DEBT', 'EXCHANGE')),
  add constraint allocation_rest_for_a_reason check ((rest is null) = (rest_reason is null)),
  add constraint allocation_rest_is_suggested check (rest is null or decision = 'SUGGESTED');
