/**
 * The canonical model as JSON Lines: one object a line, {@code type} first, strict in what it
 * takes.
 *
 * <p>Bytes come in and records go out, or records come in and bytes go out; a line that cannot be
 * taken becomes a {@link org.dunlin.core.model.Problem} with its place, and the rest goes on. No
 * type of the JSON library leaves this package.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.json;
