package org.dunlin.bench.match;

/** What brings a payment about; the number says how often, in thousandths. */
enum Situation {
  REFERENCE(130),
  REFERENCE_DAMAGED(25),
  NUMBER(170),
  NUMBER_REWRITTEN(70),
  NUMBER_WRAPPED(30),
  NUMBER_MISTYPED(30),
  LIST(70),
  LIST_SHORT(30),
  RANGE(12),
  ORDER(25),
  CUSTOMER_NUMBER(20),
  KNOWN_ACCOUNT(70),
  NAME(35),
  NAME_WRITTEN_OTHERWISE(35),
  SUM(35),
  CREDIT_NOTE(30),
  DISCOUNT(35),
  CHARGES(20),
  ROUNDING(15),
  PART(25),
  TOO_MUCH(15),
  THIRD_PARTY(25),
  PROVIDER(15),
  EQUAL_AMOUNTS(15),
  NOBODY_KNOWN(10),
  ON_ACCOUNT(8),
  TWICE(20),
  BEFORE_THE_INVOICE(8),
  OTHER_CURRENCY(6),
  PAYOUT(8),
  NO_CUSTOMERS_MONEY(30),
  OWN_MONEY(6),
  RETURN(10);

  final int often;

  Situation(int often) {
    this.often = often;
  }
}
