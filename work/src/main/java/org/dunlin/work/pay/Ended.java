package org.dunlin.work.pay;

/** What came of asking a provider to end an attempt, or to give money back. */
public sealed interface Ended {
  /**
   * The provider has done it, or will.
   *
   * @param providerId by which it knows what it did; of an attempt that ended, the attempt's
   */
  record Done(String providerId) implements Ended {}

  /** The provider does not do it; the sentence says why. */
  record Refused(String sentence) implements Ended {}

  /** Nobody knows whether it did. Asked again with the same id it is done once at most. */
  record Unknown(String sentence) implements Ended {}
}
