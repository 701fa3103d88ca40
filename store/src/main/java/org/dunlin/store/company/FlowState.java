package org.dunlin.store.company;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a flow is doing.
 *
 * @param connectionId the connection, or {@code *} for a stage that serves all of the company's
 * @param flow what moves: intake, translate, match, dun, deliver
 */
public record FlowState(
    String companyId,
    String connectionId,
    String flow,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant lastFailureAt,
    @Nullable String lastFailure,
    long failures) {

  /** Whether the last thing that happened was a failure. */
  public boolean failing() {
    return lastFailureAt != null && (lastSuccessAt == null || lastFailureAt.isAfter(lastSuccessAt));
  }
}
