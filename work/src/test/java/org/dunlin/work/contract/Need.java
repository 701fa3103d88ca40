package org.dunlin.work.contract;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.dunlin.connectors.program.Authorisation;
import org.dunlin.connectors.program.Capability;
import org.dunlin.connectors.program.Limit;
import org.dunlin.connectors.program.Manifest;
import org.dunlin.connectors.program.Verification;
import org.jspecify.annotations.Nullable;

/** What a program must have for a case to apply to it. */
enum Need {
  /** Tokens or sessions that end and are renewed. */
  RENEWAL(
      manifest ->
          manifest.authorisation() instanceof Authorisation.OAuth2
              || manifest.authorisation() instanceof Authorisation.Session),
  /** Refresh tokens that are good once. */
  ROTATION(
      manifest ->
          manifest.authorisation() instanceof Authorisation.OAuth2 oauth
              && oauth.refresh().rotates()),
  /** A limit of requests a day. */
  DAYS(
      manifest ->
          manifest.limits().stream()
              .anyMatch(
                  limit ->
                      limit instanceof Limit.Window window
                          && window.per().compareTo(Duration.ofDays(1)) >= 0)),
  /** Notices. */
  NOTICES(manifest -> manifest.webhooks() != null),
  /** Notices that are signed. */
  SIGNATURES(
      manifest ->
          manifest.webhooks() != null
              && !(manifest.webhooks().verify() instanceof Verification.None)),
  /** Signatures that hold for a while only. */
  SIGNED_TIMES(
      manifest ->
          manifest.webhooks() != null
              && manifest.webhooks().verify() instanceof Verification.Timestamped),
  /** Notices that say which event they tell of. */
  EVENTS(manifest -> manifest.webhooks() != null && manifest.webhooks().event() != null),
  /** Payments that can be written into it. */
  PAYMENTS_IN(manifest -> manifest.capabilities().contains(Capability.PUSH_PAYMENT)),
  /** Payments that the hub has written there and can take back. */
  REVERSALS(manifest -> manifest.capabilities().contains(Capability.PUSH_PAYMENT_REVERSAL)),
  /** Documents of invoices. */
  DOCUMENTS(manifest -> manifest.capabilities().contains(Capability.READ_DOCUMENTS)),
  /** Subscriptions that it is asked for. */
  SUBSCRIPTIONS(manifest -> manifest.webhooks() != null && manifest.webhooks().subscribe() != null),
  /** Payments that can be taken back, which no manifest tells. */
  TAKING_BACK(null),
  /** Final invoices that can be made void, which no manifest tells. */
  VOIDING(null),
  /** Final invoices that can be deleted, which no manifest tells. */
  DELETION(null);

  private final @Nullable Predicate<Manifest> said;

  Need(@Nullable Predicate<Manifest> said) {
    this.said = said;
  }

  /** Whether the manifest says so; empty where no manifest tells it. */
  Optional<Boolean> saidBy(Manifest manifest) {
    return Optional.ofNullable(said).map(each -> each.test(manifest));
  }
}
