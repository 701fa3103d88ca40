package org.dunlin.store.tieout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of the tie-out of a connection.
 *
 * @param askedBy a person's name, or {@code pull} where the day asked for it
 * @param readings how often the program was read to the end
 * @param readingAt when the reading that is under way began
 * @param readAt when the last complete one ended
 * @param reason why it cannot tell, as a sentence
 * @param differing how many customers differ
 * @param unexplained for how many of them nothing that is known explains it
 */
public record TieOutRun(
    String companyId,
    String connectionId,
    UUID id,
    LocalDate businessDate,
    TieOutState state,
    String askedBy,
    Instant begunAt,
    int readings,
    @Nullable Instant readingAt,
    @Nullable Instant readAt,
    @Nullable Instant endedAt,
    @Nullable String reason,
    int differing,
    int unexplained) {}
