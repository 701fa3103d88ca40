package org.dunlin.connectors.program.pull;

import org.jspecify.annotations.Nullable;

/**
 * An object that a page brought.
 *
 * @param version an instant, a date or a whole number, of which the higher one is newer; absent
 *     where the program gives none
 */
public record Seen(String key, @Nullable String version) {}
