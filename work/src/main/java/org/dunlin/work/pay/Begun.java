package org.dunlin.work.pay;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of asking a provider for an attempt to pay, or for a payment link of its own. */
public sealed interface Begun {
  /**
   * The payer pays there.
   *
   * @param providerId by which the provider knows it
   * @param expiresAt until when; absent where the provider does not say
   */
  record At(String providerId, URI payAt, @Nullable Instant expiresAt) implements Begun {}

  /** The provider did not take it, and will not; the sentence says why. */
  record Refused(String sentence) implements Begun {}

  /**
   * Nobody knows whether the provider took it, or it cannot be asked now. Asked again with the same
   * id it is the same attempt, however often.
   */
  record Unknown(String sentence) implements Begun {}
}
