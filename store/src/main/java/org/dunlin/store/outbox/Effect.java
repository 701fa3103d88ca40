package org.dunlin.store.outbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to leave the hub.
 *
 * @param connectionId the road that it takes
 * @param orderingKey effects of one key leave one after the other
 * @param actionId the dunning action that it carries out, where it does
 * @param payload what leaves, as JSON; absent once it was erased or dropped
 * @param notBefore when it may be tried (again)
 * @param reason why it is where it is, as a sentence
 */
public record Effect(
    String companyId,
    UUID id,
    String connectionId,
    String orderingKey,
    EffectKind kind,
    @Nullable String actionId,
    @Nullable String payload,
    EffectState state,
    int attempts,
    Instant notBefore,
    LocalDate businessDate,
    Instant decidedAt,
    @Nullable Instant finishedAt,
    @Nullable String reason) {

  /** An effect as it is decided. */
  public static Effect decided(
      String companyId,
      UUID id,
      String connectionId,
      String orderingKey,
      EffectKind kind,
      @Nullable String actionId,
      String payload,
      EffectState state,
      LocalDate businessDate) {
    Instant now = Instant.EPOCH;
    return new Effect(
        companyId,
        id,
        connectionId,
        orderingKey,
        kind,
        actionId,
        payload,
        state,
        0,
        now,
        businessDate,
        now,
        null,
        null);
  }
}
