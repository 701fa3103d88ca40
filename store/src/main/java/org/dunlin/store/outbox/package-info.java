/**
 * What is to leave the hub, and what became of it.
 *
 * <p>Decisions put effects in with their ordering key; delivery claims only the oldest of a key,
 * and a crash leaves it either unsent or unknown, never sent twice.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.outbox;
