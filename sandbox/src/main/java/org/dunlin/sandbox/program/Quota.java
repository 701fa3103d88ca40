package org.dunlin.sandbox.program;

import java.time.Instant;

/**
 * How a limit stands after a request.
 *
 * @param remaining of the window
 * @param resets when the next window begins
 */
public record Quota(Limit limit, int remaining, Instant resets) {}
