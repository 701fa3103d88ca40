package org.dunlin.core.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a route is doing.
 *
 * @param id what it is called
 * @param companyId whose it is; absent where it serves all companies
 * @param stage the stage that it carries out, which can be switched; absent of all other routes
 * @param acts what a person may have it do now; nothing of a route that others call on their way,
 *     which would fail with it, and of what keeps the leases of this process
 * @param inFlight how many things are on their way in it now
 * @param mean how long one took that did not fail, on average since the process started; absent
 *     while there was none
 * @param failures how many of them failed since the process started
 * @param lastFailure what went wrong the last time, in the words of the program; of a route that
 *     serves all companies it may name any of them
 */
public record RouteStatus(
    String id,
    @Nullable String companyId,
    @Nullable Stage stage,
    RouteState state,
    Set<RouteAct> acts,
    int inFlight,
    @Nullable Duration mean,
    long failures,
    @Nullable Instant lastFailureAt,
    @Nullable String lastFailure) {
  public RouteStatus {
    acts = Set.copyOf(acts);
  }
}
