package org.dunlin.connectors.program;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a stream is read in whole, to see what is gone: without a cursor, from its first page.
 *
 * @param request the stream's own, or a leaner one that brings the keys
 * @param records the stream's own, or those of the leaner reply
 * @param key the stream's own, or that of the leaner object
 * @param version the stream's own, or that of the leaner object: one that is newer than what was
 *     seen is wanted
 * @param paging the stream's own, or that of the leaner reply
 */
public record Sweep(
    Duration every,
    RequestTemplate request,
    Selector records,
    Selector key,
    @Nullable Selector version,
    Paging paging,
    @Nullable Selector more) {}
