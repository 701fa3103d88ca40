package org.dunlin.connectors;

import org.jspecify.annotations.Nullable;

/**
 * One object of a program, as the program knows it: what it said of it last counts, and takes the
 * place of what it said before.
 *
 * @param stream of the program's manifest that brought it
 * @param key of the object within the stream
 * @param version an instant (RFC 3339), a date or a whole number, of which the higher one is newer;
 *     absent where the program gives none, and the order of intake counts
 */
public record SourceObject(String stream, String key, @Nullable String version) {}
