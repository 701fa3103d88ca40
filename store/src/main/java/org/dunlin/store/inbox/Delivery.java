package org.dunlin.store.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that came in: a file, a page, a webhook body.
 *
 * @param intakeSequence the order of acceptance; the version of records that have none of their own
 * @param bytes its length
 * @param mayHandOver whether statements of other companies' accounts may be handed over to them
 * @param records how many records it became
 * @param rawGone why its bytes are not kept any more; absent while they are
 * @param stream the stream of a program by which it came; absent of a file
 * @param parent what the object that led to it gave along, as a JSON object; absent without one
 */
public record Delivery(
    String companyId,
    UUID id,
    long intakeSequence,
    String connectionId,
    String name,
    long bytes,
    Instant receivedAt,
    LocalDate receivedMonth,
    boolean mayHandOver,
    @Nullable String format,
    DeliveryState state,
    int attempts,
    int records,
    @Nullable String reasonCode,
    @Nullable String reason,
    @Nullable String rawGone,
    @Nullable String stream,
    @Nullable String parent) {}
