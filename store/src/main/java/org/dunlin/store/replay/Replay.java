package org.dunlin.store.replay;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Many that are done again, and how far it has come.
 *
 * @param total how many there were as it began
 * @param done how many of them are on their way again
 * @param leftOut how many had gone on meanwhile, or may not be done again
 * @param behind the last one that was looked at; absent before the first
 * @param endedAt absent while it is under way
 * @param stoppedBy who stopped it; absent where nobody did
 */
public record Replay(
    String companyId,
    UUID id,
    ReplayChoice choice,
    String begunBy,
    Instant begunAt,
    int total,
    int done,
    int leftOut,
    @Nullable UUID behind,
    @Nullable Instant endedAt,
    @Nullable String stoppedBy) {

  /** Whether steps are still to be taken. */
  public boolean underWay() {
    return endedAt == null;
  }
}
