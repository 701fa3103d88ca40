package org.dunlin.core.port;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a route is doing.
 *
 * @param id what it is called
 * @param companyId whose it is; absent where it serves all companies
 * @param stage the stage that it carries out, which can be switched; absent of all other routes
 * @param inFlight how many things are on their way in it now
 * @param failures how many of them failed since the process started
 * @param lastFailure what went wrong the last time, in the words of the program; of a route that
 *     serves all companies it may name any of them
 */
public record RouteStatus(
    String id,
    @Nullable String companyId,
    @Nullable Stage stage,
    RouteState state,
    int inFlight,
    long failures,
    @Nullable Instant lastFailureAt,
    @Nullable String lastFailure) {}
