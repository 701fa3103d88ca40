package org.dunlin.store.program;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the reading of a stream is.
 *
 * @param cursor the highest that was seen, as the protocol gives it; absent before the first run
 * @param pageState where the run is, as JSON; absent while none is under way
 * @param runStartedAt when the run that is under way, or the last one, began
 * @param pages how many pages the run under way has brought
 * @param objects how many objects they held
 * @param lastPages how many pages the last complete run had
 * @param generation of a sweep: the number of its run
 * @param due whether it is due now
 * @param failure why it failed the last time, as a sentence; absent after a success
 * @param failures how often in a row it failed
 * @param asked of a sweep: how many objects would be gone, about which a person is asked
 * @param ahead of a poll: which object says that it changed at a time yet to come, as a sentence
 * @param notBefore until when the program asked to be let alone, where its last answer did
 */
public record StreamState(
    String stream,
    Reading reading,
    @Nullable String cursor,
    @Nullable String pageState,
    @Nullable Instant runStartedAt,
    int pages,
    int objects,
    int lastPages,
    long generation,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant dueAt,
    boolean due,
    @Nullable String failure,
    @Nullable Instant failedAt,
    int failures,
    @Nullable Integer asked,
    @Nullable String ahead,
    @Nullable Instant notBefore) {}
