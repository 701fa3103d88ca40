package org.dunlin.store.call;

import java.time.Instant;
import java.util.UUID;
import org.dunlin.core.call.Transcript;
import org.jspecify.annotations.Nullable;

/**
 * A call that is over.
 *
 * @param connectionId by which it went
 * @param deliveryId what it brought
 * @param attempt which try of its effect it was
 * @param method the HTTP method; {@code SMTP} of a mail
 * @param host scheme, host and port
 * @param status the HTTP status, or the code of the mail server
 * @param millis how long it took
 * @param sentBytes of the body that was sent
 * @param cameBytes of the body that came; absent where none came
 * @param transcript what was said; absent once it is gone
 */
public record OutboundCall(
    String companyId,
    UUID id,
    Instant at,
    String connectionId,
    Occasion occasion,
    @Nullable UUID deliveryId,
    @Nullable UUID customerId,
    @Nullable Integer attempt,
    String method,
    String host,
    Outcome outcome,
    @Nullable Integer status,
    int millis,
    long sentBytes,
    @Nullable Long cameBytes,
    @Nullable Transcript transcript) {

  /** How it ended. */
  public enum Outcome {
    /** A whole answer came, whatever it said. */
    ANSWERED,
    /** Nothing has left. */
    NOT_SENT,
    /** It may have arrived; no whole answer came. */
    NO_REPLY
  }

  /** Whether it was answered, and not with an error. */
  public boolean succeeded() {
    return outcome == Outcome.ANSWERED && (status == null || status < 400);
  }
}
