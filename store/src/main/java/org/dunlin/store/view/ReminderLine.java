package org.dunlin.store.view;

import java.time.Instant;
import java.util.UUID;
import org.dunlin.core.model.Action;
import org.dunlin.store.outbox.EffectState;
import org.jspecify.annotations.Nullable;

/**
 * A reminder, or another action, and what became of its message.
 *
 * @param action as it was decided, with its items, its state and what holds it
 * @param messageId its message; absent where it has none, as a held one
 * @param message where the message stands
 * @param finishedAt when the message left or was given up
 */
public record ReminderLine(
    Action action,
    Instant decidedAt,
    @Nullable UUID messageId,
    @Nullable EffectState message,
    @Nullable Instant finishedAt) {}
