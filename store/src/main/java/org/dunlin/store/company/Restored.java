package org.dunlin.store.company;

import java.time.Instant;

/**
 * That the hub was brought back from a backup.
 *
 * @param at when it was brought back
 * @param from the moment of the backup; what the hub before it did after that is not known here
 */
public record Restored(Instant at, Instant from) {}
