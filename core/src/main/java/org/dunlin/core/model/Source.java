package org.dunlin.core.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a record came from: the connection, the id and version that the program gives it, and when
 * it was read (UTC). A program without versions leaves the version absent; the hub then uses its
 * intake sequence.
 */
public record Source(
    String connection, String id, @Nullable String version, @Nullable Instant readAt) {}
