package org.dunlin.core.claim;

/** Interest that rests on an agreement alone, where the law grants none. */
final class AgreedInterest {
  static final Law.InterestRule RULE =
      new Law.InterestRule(
          "agreed",
          null,
          null,
          null,
          Law.Reference.DAY,
          null,
          Law.Compounding.NONE,
          Law.Start.AFTER_DUE,
          0,
          false,
          "agreed between the parties");

  private AgreedInterest() {}
}
