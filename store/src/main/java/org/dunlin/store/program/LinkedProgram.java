package org.dunlin.store.program;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a connection to a program stands, beside its settings.
 *
 * @param reason why the access is as it is, as a sentence
 * @param since when it became so
 * @param limitedUntil until then nothing is asked; absent, or over, where there is no such limit
 * @param limited which limit that is, as a sentence
 * @param silences how often in a row the program did not answer at all
 * @param noticedAt when the last notice came
 * @param dueAt when the first of its streams is due; absent while nothing is
 * @param forgivenAt when a person last asked, so that what failed before holds nothing back
 */
public record LinkedProgram(
    String companyId,
    String connectionId,
    Access access,
    @Nullable String reason,
    Instant since,
    @Nullable Instant limitedUntil,
    @Nullable String limited,
    int silences,
    @Nullable Instant noticedAt,
    @Nullable Instant dueAt,
    @Nullable Instant forgivenAt) {}
